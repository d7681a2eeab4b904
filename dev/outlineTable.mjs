import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { cacheFolder, locked } from './cache.mjs';
import { ensureKafkaSource, kafkaFolder } from './kafkaSource.mjs';
import { outlinerName } from './outliner.mjs';
import { Failure } from './process.mjs';
import { productCode } from './productCode.mjs';
import { root } from './root.mjs';

/** @typedef {typeof import('../src/core/symbols/store/outlineFile')} OutlineFile */
/** @typedef {typeof import('../src/core/symbols/store/outlineRecord')} OutlineRecord */
/** @typedef {typeof import('../src/core/symbols/indexer')} Indexing */
/** @typedef {typeof import('../src/kafka/shipped')} Shipped */

const modules = [
  'src/core/symbols/store/outlineFile',
  'src/core/symbols/store/outlineRecord',
  'src/core/symbols/indexer',
  'src/kafka/shipped',
];

async function product() {
  return /** @type {OutlineFile & OutlineRecord & Indexing & Shipped} */ (await productCode('outlineTable', modules));
}

/**
 * Returns every outline of Kafka's source, parsed now, by its key, in the order of the files' paths.
 * @returns {Promise<Map<string, import('../src/core/symbols/packedOutline').PackedOutline>>}
 */
async function parseAll() {
  const { createIndexer } = await product();
  const paths = readdirSync(kafkaFolder, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => /\.(java|scala)$/.test(path)).sort();
  const assets = { read: (/** @type {string} */ name) => readFile(join(root, 'dist', name)) };
  const reader = createIndexer(assets, (uri) => readFile(new URL(uri)));
  const outlines = new Map();
  for (const file of files) {
    const path = join(kafkaFolder, file);
    const [reading] = await reader.outline([{ file, uri: pathToFileURL(path).href }]);
    if (reading === undefined || !('packed' in reading)) throw new Failure(`${path} has no outline.`);
    outlines.set(keyOf(path), reading.packed);
  }
  return outlines;
}

/** Returns the key of a file as the worker makes it; see OutlineKey. @param {string} path */
function keyOf(path) {
  const bytes = readFileSync(path);
  const id = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  return id + (path.endsWith('.java') ? 'j' : 's');
}

/** @type {import('../src/core/symbols/store/outlineFile').Gzip} */
const gzip = { pack: (bytes) => gzipSync(bytes, { level: 9 }), unpack: (bytes) => gunzipSync(bytes) };

async function makeTable() {
  const { encodeOutlines, encodeOutline } = await product();
  const outlines = [...(await parseAll())];
  return encodeOutlines(outlinerName(), new Map(outlines.map(([key, outline]) => [key, encodeOutline(outline)])), gzip);
}

/** Returns the path of the table's file in the package. */
async function tableFile() {
  return join(root, 'dist', (await product()).outlines);
}

/**
 * Puts the outlines of Kafka's source into dist/: from the cache where the same code made them before, else from the source,
 * which it gets. It needs the build.
 */
export async function ensureOutlineTable() {
  const cached = join(cacheFolder(), `outlines-${outlinerName()}`);
  await locked('outlines', async () => {
    if (existsSync(cached)) return;
    await ensureKafkaSource(kafkaFolder);
    console.log('  parsing all of Kafka 2.2.0 once, for the outlines that ship');
    writeFileSync(`${cached}.part`, await makeTable());
    renameSync(`${cached}.part`, cached);
  });
  copyFileSync(cached, await tableFile());
}

/**
 * Compares the table in dist/ with a parse made now. Returns a sentence for each fault, and none where all is well.
 * @returns {Promise<string[]>}
 */
export async function faultsOfOutlineTable() {
  const { decodeOutlines, decodeOutline } = await product();
  const shipped = readFileSync(await tableFile());
  const records = await decodeOutlines(outlinerName(), shipped, gzip);
  if (records === undefined) return ['It cannot be read, or other code made it.'];
  const faults = [];
  const fresh = await parseAll();
  let symbols = 0;
  for (const [key, outline] of fresh) {
    const record = records.get(key);
    const kept = record === undefined ? undefined : decodeOutline(record);
    symbols += outline.numbers.length / 10;
    if (!isDeepStrictEqual(kept, outline)) faults.push(`The outline of ${outline.prefixes[0] ?? 'a file'} is another one.`);
  }
  if (records.size !== fresh.size) faults.push(`It has ${records.size} outlines; Kafka has ${fresh.size}.`);
  if (!shipped.equals(await makeTable())) faults.push('Made anew it has other bytes.');
  console.log(`  ${fresh.size} outlines, ${symbols} symbols, ${shipped.length} bytes`);
  return faults;
}
