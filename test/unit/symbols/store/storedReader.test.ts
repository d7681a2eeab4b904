import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { unpackFileOutcome, type PackedFile } from '../../../../src/core/symbols/packedOutline';
import { Segments } from '../../../../src/core/symbols/store/segments';
import { StoredReader } from '../../../../src/core/symbols/store/storedReader';
import { assets } from '../../bindings/readTable';
import { MemoryFiles } from './memoryFiles';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest();
const paths = (readings: readonly PackedFile[]): unknown[] =>
  readings.map(unpackFileOutcome).map((one) => ('outline' in one ? one.outline.symbols.map(({ path }) => path) : one.unindexed));

describe('the stored reader', () => {
  let files: MemoryFiles;
  let sources: Record<string, string>;
  /** The grammars that were loaded: none where nothing was parsed. */
  let loaded: string[];
  beforeEach(() => {
    files = new MemoryFiles();
    sources = { 'file:///A.java': 'class A { int x; }', 'file:///B.scala': 'class A { int x; }' };
    loaded = [];
  });

  /** Each a window of its own. */
  function open(): { reader: StoredReader; kept: Segments } {
    const kept = new Segments(files, 'a1', (detail) => expect.fail(detail));
    const read = (name: string) => (loaded.push(name), assets.read(name));
    const readFile = (uri: string) => {
      const source = sources[uri];
      return source === undefined ? Promise.reject(new Error('vanished')) : Promise.resolve(new TextEncoder().encode(source));
    };
    return {
      reader: new StoredReader({
        assets: { read },
        readFile,
        stored: { hash, loadShipped: () => Promise.resolve(new Map()), kept },
      }),
      kept,
    };
  }

  const both = [
    { file: 'A.java', uri: 'file:///A.java' },
    { file: 'gone.java', uri: 'file:///gone.java' },
    { file: 'B.scala', uri: 'file:///B.scala' },
  ];

  it('parses a content once, each language its own way', async () => {
    const first = open();
    const parsed = await first.reader.outline(both);
    expect(paths(parsed)).to.deep.equal([['A', 'A#x'], 'vanished', ['A']]);
    await first.kept.flush();
    loaded = [];
    expect(await open().reader.outline(both)).to.deep.equal(parsed);
    expect(loaded).to.deep.equal([]);
  });

  it('parses what is another content, and what an editor holds', async () => {
    const first = open();
    await first.reader.outline(both);
    await first.kept.flush();
    sources['file:///A.java'] = 'class B {}';
    expect(paths(await open().reader.outline(both))).to.deep.equal([['B'], 'vanished', ['A']]);
    const typed = { file: 'A.java', uri: 'file:///A.java', text: 'class Typed {}' };
    expect(paths(await open().reader.outline([typed]))).to.deep.equal([['Typed']]);
  });

  it('keeps nothing of what could not be read', async () => {
    sources['file:///A.java'] = '\0'.repeat(9999);
    const { reader, kept } = open();
    expect(paths(await reader.outline(both.slice(0, 2)))).to.deep.equal(['binary', 'vanished']);
    await kept.flush();
    expect(files.files.size).to.equal(0);
  });
});
