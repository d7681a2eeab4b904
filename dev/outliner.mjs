import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './root.mjs';

/** The folders of the code that, together with the packages below, decides the outline of a file. */
const folders = ['symbols', 'syntax', 'util'].map((name) => join(root, 'src', 'core', name));
const packages = [
  'web-tree-sitter',
  'web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-java/tree-sitter-java.wasm',
  'tree-sitter-scala/tree-sitter-scala.wasm',
];

/** Returns a name for the code and the grammars that make outlines; outlines that other code made are made anew. */
export function outlinerName() {
  // The packages are resolved only here, because the importer of this module may be about to install them.
  const { resolve } = createRequire(import.meta.url);
  const hash = createHash('sha256');
  for (const file of [...folders, ...packages.map((name) => resolve(name))].flatMap(filesIn))
    hash.update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 12);
}

/** @param {string} path @returns {string[]} */
function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
