import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { unpackFileOutcome, type PackedFile } from '../../../../src/core/symbols/packedOutline';
import { Segments } from '../../../../src/core/symbols/store/segments';
import { StoredIndexer } from '../../../../src/core/symbols/store/storedIndexer';
import { assets } from '../../bindings/readTable';
import { MemoryFiles, zlibGzip } from './memoryFiles';

const hash = (bytes: Uint8Array): string => createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
const paths = (readings: readonly PackedFile[]): unknown[] =>
  readings.map(unpackFileOutcome).map((one) => ('outline' in one ? one.outline.symbols.map(({ path }) => path) : one.unindexed));

describe('the stored indexer', () => {
  let files: MemoryFiles;
  let sources: Record<string, string>;
  /** The grammars that were loaded: none where nothing was parsed. */
  let loaded: string[];
  beforeEach(() => {
    files = new MemoryFiles();
    sources = { 'file:///A.java': 'class A { int x; }', 'file:///B.scala': 'class A { int x; }' };
    loaded = [];
  });

  /** Opens an indexer and its kept outlines, as each window does. */
  function open(): { indexer: StoredIndexer; kept: Segments } {
    const kept = new Segments(files, 'a1', zlibGzip, (detail) => expect.fail(detail));
    const read = (name: string) => (loaded.push(name), assets.read(name));
    const readFile = (uri: string) => {
      const source = sources[uri];
      return source === undefined ? Promise.reject(new Error('vanished')) : Promise.resolve(new TextEncoder().encode(source));
    };
    return {
      indexer: new StoredIndexer({
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
    const parsed = await first.indexer.outline(both);
    expect(paths(parsed)).to.deep.equal([['A', 'A#x'], 'vanished', ['A']]);
    await first.kept.flush();
    loaded = [];
    expect(await open().indexer.outline(both)).to.deep.equal(parsed);
    expect(loaded).to.deep.equal([]);
  });

  it('parses a file with another content, and a text that an editor holds', async () => {
    const first = open();
    await first.indexer.outline(both);
    await first.kept.flush();
    sources['file:///A.java'] = 'class B {}';
    expect(paths(await open().indexer.outline(both))).to.deep.equal([['B'], 'vanished', ['A']]);
    const typed = { file: 'A.java', uri: 'file:///A.java', text: 'class Typed {}' };
    expect(paths(await open().indexer.outline([typed]))).to.deep.equal([['Typed']]);
  });

  it('parses a file whose outline is damaged', async () => {
    const { indexer, kept } = open();
    const record = new TextEncoder().encode('{"symbolCount":1}');
    kept.keep(`${hash(new TextEncoder().encode(sources['file:///A.java']))}j`, record);
    expect(paths(await indexer.outline(both))).to.deep.equal([['A', 'A#x'], 'vanished', ['A']]);
  });

  it('keeps nothing of a file that could not be read', async () => {
    sources['file:///A.java'] = '\0'.repeat(9999);
    const { indexer, kept } = open();
    expect(paths(await indexer.outline(both.slice(0, 2)))).to.deep.equal(['binary', 'vanished']);
    await kept.flush();
    expect(files.files.size).to.equal(0);
  });
});
