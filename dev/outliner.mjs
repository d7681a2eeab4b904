import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './root.mjs';

const { resolve } = createRequire(import.meta.url);

/** What the outline of a file depends on, but for the file. */
const sources = [
  ...['symbols', 'syntax', 'util'].map((folder) => join(root, 'src', 'core', folder)),
  resolve('web-tree-sitter'),
  resolve('web-tree-sitter/web-tree-sitter.wasm'),
  resolve('tree-sitter-java/tree-sitter-java.wasm'),
  resolve('tree-sitter-scala/tree-sitter-scala.wasm'),
];

/** Names the code and the grammars that make outlines: what others made is made anew. */
export function outlinerName() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesIn)) hash.update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 12);
}

/** @param {string} path @returns {string[]} */
function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
