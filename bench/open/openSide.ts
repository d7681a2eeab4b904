/** Opens the files of a tree, one after the other, to their symbols in this thread: `openSide.js ROOT DIST BUNDLES`. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createSymbolTable } from '../../src/core/symbols/createSymbolTable';
import { listSources } from '../kafka';
import { takeTurns } from '../tree/turns';
import { OutlineWorker } from '../worker/outlineWorker';

async function main([root = '', dist = '', bundles = '']: readonly string[]): Promise<void> {
  const files = (await listSources(root)).map((file) => ({ file, uri: pathToFileURL(join(root, file)).href }));
  const worker = new OutlineWorker(dist, bundles);
  const table = createSymbolTable(files.map(({ file }) => file));
  takeTurns(async ({ from, to }) => {
    for (const request of files.slice(from, to)) {
      for (const reading of await worker.outline([request])) table.set(reading);
      if (table.outline(request.file) === undefined) throw new Error(`${request.file} is not read`);
    }
  });
}

void main(process.argv.slice(2));
