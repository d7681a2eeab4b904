import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './root.mjs';

/** @typedef {typeof import('../src/worker/notes/readNote')} ReadNote */
/** @typedef {typeof import('../src/core/notes/preparedNote')} Prepared */

/** The product's own code that parses notes, to be run here. */
async function productCode() {
  const contents = `export * from './src/worker/notes/readNote'; export * from './src/core/notes/preparedNote';`;
  // Beside the tests' bundles, which stay out of the package.
  const outfile = join(root, 'dist', 'test', 'prepareNotes.cjs');
  const stdin = { contents, resolveDir: root, loader: /** @type {const} */ ('ts') };
  await build({ stdin, outfile, bundle: true, platform: 'node', target: 'node20', format: 'cjs' });
  /** @type {unknown} */
  const code = createRequire(import.meta.url)(outfile);
  return /** @type {ReadNote & Prepared} */ (code);
}

/** Parses the shipped notes once and for all: dist/notes holds one file for each. */
export async function prepareNotes() {
  const { createNoteReading, printPrepared } = await productCode();
  const read = createNoteReading();
  const notes = join(root, 'notes');
  for (const path of readdirSync(notes, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.md')) continue;
    const content = readFileSync(join(notes, path));
    const isOutline = dirname(dirname(path)) === '.' && path.endsWith('README.md');
    const digest = createHash('sha256').update(content).digest('hex');
    const to = join(root, 'dist', 'notes', `${path}.json`);
    mkdirSync(dirname(to), { recursive: true });
    // The URI stands in the extension's folder, which nobody knows yet; a note's title does not come from it.
    writeFileSync(to, printPrepared(read({ uri: `notes:/${path.replaceAll('\\', '/')}`, content, isOutline }), digest));
  }
}
