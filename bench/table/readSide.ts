/**
 * Reads all files below a folder into a table, by the worker: `readSide.js ROOT DIST BUNDLES`. Its figures are bytes: the memory
 * that the table takes here, that of the worker in all, and the growth of the process.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createSymbolTable } from '../../src/core/symbols/createSymbolTable';
import { memory } from '../inHost/heap';
import { listSources } from '../kafka';
import { takeTurns, type Figures } from '../tree/turns';
import { OutlineWorker } from '../worker/outlineWorker';

/** The number of files that are asked for at a time. */
const batch = 16;
/** The number of files that are read, and forgotten, before anything is measured. */
const warmUp = 300;

/** Warms the worker up. It is a function of its own so that everything it holds is garbage when it returns. */
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
