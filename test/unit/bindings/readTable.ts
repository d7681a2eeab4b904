import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSymbolTable, type MutableSymbolTable } from '../../../src/core/symbols/createSymbolTable';
import { createIndexer } from '../../../src/core/symbols/indexer';
import type { Assets } from '../../../src/core/syntax/assets';

/** The grammars and queries as they lie in the checkout. */
export const assets: Assets = {
  read: (name) => {
    const module = name.replace('.wasm', '');
    return readFile(name.endsWith('.scm') ? queryFile(name) : join('node_modules', module, name));
  },
};

function queryFile(name: string): string {
  const folders = ['symbols', 'language'].map((folder) => join('src/core', folder, 'queries'));
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? name;
}

const reader = createIndexer(assets, () => Promise.reject(new Error('vanished')));

/** Reads a file into the table, through the real grammar. */
export async function readInto(table: MutableSymbolTable, file: string, text: string): Promise<void> {
  const [reading] = await reader.outline([{ file, uri: `file:///${file}`, text }]);
  if (reading === undefined) throw new Error(`no reading of ${file}`);
  table.set(reading);
}

/** Returns a table of a tree with these files; those without text are there but not read. */
export async function readTable(files: Readonly<Record<string, string | undefined>>): Promise<MutableSymbolTable> {
  const table = createSymbolTable(Object.keys(files));
  for (const [file, text] of Object.entries(files)) if (text !== undefined) await readInto(table, file, text);
  return table;
}
