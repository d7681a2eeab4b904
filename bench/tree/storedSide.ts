/**
 * Reads files of a tree from the disk as the worker does, in one thread: `storedSide.js SOURCE DIST MODE`. With each first file a
 * window begins anew. MODE is `parse` with nothing stored, `shipped` with the package's outlines, `kept` with those that an
 * earlier window kept, or `hash`, which only reads and hashes.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeOutlines, type Gzip } from '../../src/core/symbols/store/outlineFile';
import { Segments, type StoredFiles } from '../../src/core/symbols/store/segments';
import { StoredIndexer, type BlobHash } from '../../src/core/symbols/store/storedIndexer';
import { readLocalFile } from '../../src/worker/localFile';
import { outlines } from '../../src/kafka/shipped';
import { outliner } from '../../src/worker/outliner';
import { readSources } from '../kafka';
import { takeTurns } from './turns';

const hash: BlobHash = (bytes) => createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
const gzip: Gzip = { pack: (bytes) => gzipSync(bytes), unpack: (bytes) => gunzipSync(bytes) };

function storedIn(folder: string): StoredFiles {
  return {
    list: () =>
      Promise.resolve(
        readdirSync(folder).map((name) => {
          const { size, mtimeMs } = statSync(join(folder, name));
          return { name, size, modified: mtimeMs };
        }),
      ),
    read: (name) => Promise.resolve(readFileSync(join(folder, name))),
    write: (name, bytes) => Promise.resolve(writeFileSync(join(folder, name), bytes)),
    remove: (name) => Promise.resolve(rmSync(join(folder, name))),
  };
}

async function main([source = '', dist = '', mode = '']: readonly string[]): Promise<void> {
  const requests = (await readSources(source)).map(({ file }) => ({ file, uri: pathToFileURL(join(source, file)).href }));
  const folder = mkdtempSync(join(tmpdir(), 'kafka-notes-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true }));
  const assets = { read: (name: string) => readFile(join(dist, name)) };
  const complain = (detail: string): never => {
    throw new Error(detail);
  };
  const kept = (): Segments => new Segments(storedIn(folder), outliner, gzip, complain);
  const shipped = async (): Promise<ReadonlyMap<string, Uint8Array>> =>
    (await decodeOutlines(outliner, await assets.read(outlines), gzip)) ?? complain('The outlines that ship are of other code.');
  const open = (segments: Segments): StoredIndexer => {
    if (mode === 'parse') return new StoredIndexer({ assets, readFile: readLocalFile });
    const loadShipped = mode === 'shipped' ? shipped : () => Promise.resolve(new Map<string, Uint8Array>());
    return new StoredIndexer({ assets, readFile: readLocalFile, stored: { hash, loadShipped, kept: segments } });
  };
  if (mode === 'kept') {
    const first = kept();
    await open(first).outline(requests);
    await first.flush();
  }
  let reader = open(kept());
  takeTurns(async ({ from, to }) => {
    const files = requests.slice(from, to);
    if (mode === 'hash') {
      for (const { uri } of files) await hash(await readLocalFile(uri));
      return;
    }
    if (from === 0) reader = open(kept());
    for (const reading of await reader.outline(files)) {
      if ('unindexed' in reading) throw new Error(`${reading.file} is not read: ${reading.unindexed}`);
    }
  });
}

void main(process.argv.slice(2));
