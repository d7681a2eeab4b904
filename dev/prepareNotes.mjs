import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { productCode } from './productCode.mjs';
import { root } from './root.mjs';

/** @typedef {typeof import('../src/worker/notes/readNote')} ParsedNote */
/** @typedef {typeof import('../src/core/notes/preparedNote')} Prepared */

/** Parses the shipped notes once, at build time: dist/notes holds one file for each. */
export async function prepareNotes() {
  const code = await productCode('prepareNotes', ['src/worker/notes/readNote', 'src/core/notes/preparedNote']);
  const { createNoteReading, printPrepared } = /** @type {ParsedNote & Prepared} */ (code);
  const read = createNoteReading();
  const notes = join(root, 'notes');
  for (const path of readdirSync(notes, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.md')) continue;
    const content = readFileSync(join(notes, path));
    const isOutline = dirname(dirname(path)) === '.' && path.endsWith('README.md');
    const digest = createHash('sha256').update(content).digest('hex');
    const to = join(root, 'dist', 'notes', `${path}.json`);
    mkdirSync(dirname(to), { recursive: true });
    // The URI would be in the extension's folder, which is not known yet; a note's title does not come from it.
    writeFileSync(to, printPrepared(read({ uri: `notes:/${path.replaceAll('\\', '/')}`, content, isOutline }), digest));
  }
}
