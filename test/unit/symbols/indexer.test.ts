import { expect } from 'chai';
import { unpackFileOutcome } from '../../../src/core/symbols/packedOutline';
import { createIndexer } from '../../../src/core/symbols/indexer';
import { maximalSize } from '../../../src/core/symbols/sourceText';
import type { IndexedFile } from '../../../src/core/symbols/symbol';
import { assets } from '../bindings/readTable';

const encoder = new TextEncoder();

/** Returns the outcome of reading a file with these bytes, or a file whose reading fails with this message. */
async function read(file: string, content: Uint8Array | string): Promise<IndexedFile> {
  const reader = createIndexer(assets, () =>
    typeof content === 'string' ? Promise.reject(new Error(content)) : Promise.resolve(content),
  );
  const [reading] = await reader.outline([{ file, uri: `memory:/${file}` }]);
  if (reading === undefined) throw new Error('no reading');
  return unpackFileOutcome(reading);
}

function unread(reading: IndexedFile): string | undefined {
  return 'unindexed' in reading ? reading.unindexed : undefined;
}

describe('an indexer', () => {
  it('takes a byte order mark off', async () => {
    const reading = await read('A.java', encoder.encode('\uFEFFclass A {}'));
    expect('outline' in reading ? reading.outline.symbols[0]?.nameRange.start : undefined).to.deep.equal({
      line: 0,
      character: 6,
    });
  });

  it('says why a file cannot be read', async () => {
    expect(unread(await read('A.java', new Uint8Array([99, 0, 99])))).to.equal('binary');
    expect(unread(await read('A.java', new Uint8Array([99, 0xff, 99])))).to.equal('notUtf8');
    expect(unread(await read('A.java', new Uint8Array(maximalSize + 1).fill(32)))).to.equal('tooLarge');
    expect(unread(await read('A.java', 'vanished'))).to.equal('vanished');
    expect(unread(await read('A.java', 'noPermission'))).to.equal('noPermission');
    expect(await read('A.java', 'the cable is out')).to.deep.equal({
      file: 'A.java',
      unindexed: 'unreadable',
      detail: 'the cable is out',
    });
  });

  it('goes on after a file that is too much for it', async () => {
    const reader = createIndexer(assets, () => Promise.reject(new Error('vanished')), 0);
    const readings = await reader.outline([
      { file: 'Long.scala', uri: 'x:', text: `class A { ${'def f(x: Int): Int = 1\n'.repeat(40_000)} }` },
      { file: 'B.scala', uri: 'x:', text: 'class B' },
    ]);
    expect(
      readings
        .map(unpackFileOutcome)
        .map((reading) => ('outline' in reading ? reading.outline.symbols.length : reading.unindexed)),
    ).to.deep.equal(['timeout', 1]);
  });

  it('finds fragments, and nothing in a file that cannot be read', async () => {
    const reader = createIndexer(assets, () => Promise.reject(new Error('vanished')));
    const file = { file: 'A.java', uri: 'x:', text: 'class A {\n  int  x;\n}' };
    expect(await reader.locate(file, [{ fragment: { start: 'int x' } }, { fragment: { start: 'no' } }])).to.deep.equal([
      [{ start: { line: 1, character: 2 }, end: { line: 1, character: 8 } }],
      [],
    ]);
    expect(await reader.locate({ file: 'A.java', uri: 'x:' }, [{ fragment: { start: 'int' } }])).to.equal(undefined);
  });

  it('gives a file of another language an empty outline', async () => {
    expect(await read('README.md', encoder.encode('class A {}'))).to.deep.equal({
      file: 'README.md',
      outline: { packages: [], symbols: [], hasErrors: false },
    });
  });
});
