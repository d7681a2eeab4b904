/**
 * Writes the paths of all symbols of Kafka 2.2.0's main sources into the product: `node dev/releaseSymbols.mjs`, to be run after
 * `node esbuild.js`.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureKafkaSource, kafkaFolder } from './kafkaSource.mjs';
import { productCode } from './productCode.mjs';
import { root } from './root.mjs';

/** @typedef {typeof import('../src/core/symbols/indexer') & typeof import('../src/core/symbols/packedOutline') & typeof import('../src/core/symbols/sourcePlace') & typeof import('../src/core/bindings/releaseSymbols')} Product */

const modules = ['indexer', 'packedOutline', 'sourcePlace'].map((name) => `src/core/symbols/${name}`);
modules.push('src/core/bindings/releaseSymbols');
const { createIndexer, isMain, unpackOutline, packReleaseSymbols } = /** @type {Product} */ (
  await productCode('releaseSymbols', modules)
);

await ensureKafkaSource(kafkaFolder);
const assets = { read: (/** @type {string} */ name) => readFile(join(root, 'dist', name)) };
const indexer = createIndexer(assets, (uri) => readFile(new URL(uri)));
const symbols = [];
const files = readdirSync(kafkaFolder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(java|scala)$/.test(path));
for (const file of files.filter(isMain)) {
  const [indexed] = await indexer.outline([{ file, uri: pathToFileURL(join(kafkaFolder, file)).href }]);
  if (indexed !== undefined && 'packed' in indexed) symbols.push(...unpackOutline(indexed.packed).symbols);
}
const target = join(root, 'src', 'kafka', 'symbols.json');
writeFileSync(target, `${JSON.stringify({ release: '2.2.0', paths: packReleaseSymbols(symbols) }, undefined, 2)}\n`);
console.log(`${symbols.length} symbols, ${readFileSync(target).length} bytes`);
