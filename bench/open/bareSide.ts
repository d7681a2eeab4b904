/** Has the files of a tree parsed, one after the other, by a thread that does nothing else: `bareSide.js ROOT DIST BUNDLES`. */
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { listSources } from '../kafka';
import { takeTurns } from '../tree/turns';

async function main([root = '', dist = '', bundles = '']: readonly string[]): Promise<void> {
  const paths = (await listSources(root)).map((file) => join(root, file));
  const worker = new Worker(join(bundles, 'bareWorker.js'), { workerData: dist });
  await once(worker, 'message');
  takeTurns(async ({ from, to }) => {
    for (const path of paths.slice(from, to)) {
      worker.postMessage(path);
      await once(worker, 'message');
    }
  });
}

void main(process.argv.slice(2));
