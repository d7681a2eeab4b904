/**
 * Reads all files below a folder into a table, by the worker: `readSide.js ROOT DIST BUNDLES`. Its figures are bytes: what the
 * table takes here, what the worker has in all, and what the process grew by.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createSymbolTable } from '../../src/core/symbols/createSymbolTable';
import { memory } from '../inHost/heap';
import { listSources } from '../kafka';
import { takeTurns, type Figures } from '../tree/turns';
import { OutlineWorker } from '../worker/outlineWorker';

/** Files that are asked for in one go. */
const batch = 16;
/** Files that are read, and forgotten, before anything is measured. */
const warmUp = 300;

/** In a function of its own: what it holds must be garbage when it returns. */
async function warm(worker: OutlineWorker, root: string): Promise<void> {
  for (const file of (await listSources(root)).slice(0, warmUp)) {
    const text = `${await readFile(join(root, file), 'utf8')}\n// warm`;
    await worker.outline([{ file, uri: `memory:${file}`, text }]);
  }
}

async function main([root = '', dist = '', bundles = '']: readonly string[]): Promise<void> {
  const worker = new OutlineWorker(dist, bundles);
  await warm(worker, root);
  const { heap, buffers, resident } = memory();
  const table = createSymbolTable([]);
  let files: readonly string[] = [];
  takeTurns(
    async ({ from, to }) => {
      if (from === 0) for (const file of (files = await listSources(root))) table.addFile(file);
      for (let at = from; at < to; at += batch) {
        const some = files.slice(at, Math.min(to, at + batch));
        const requests = some.map((file) => ({ file, uri: pathToFileURL(join(root, file)).href }));
        for (const reading of await worker.outline(requests)) table.set(reading);
      }
    },
    async (): Promise<Figures> => {
      if (!table.complete || table.unindexed().size > 0) throw new Error('Not all files are read.');
      const then = memory();
      const thread = await worker.memory();
      return {
        files: table.files.size,
        host: then.heap + then.buffers - heap - buffers,
        worker: thread.heap + thread.parsers,
        parsers: thread.parsers,
        resident: then.resident - resident,
      };
    },
  );
}

void main(process.argv.slice(2));
