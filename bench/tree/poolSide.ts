/**
 * Indexes whole trees by the extension's own engine with the built workers: `poolSide.js FOLDER DIST`. Each turn is the next of
 * the copies of a tree in the folder, because workers know what they have parsed before.
 */
import { nodeFolders } from '../../src/source/nodeFolders';
import { noRelease } from '../../src/core/bindings/releaseSymbols';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startWorker } from '../../src/extension/nodeWorker';
import type { Folders } from '../../src/source/folders';
import { BindingsByTree } from '../../src/workspace/bindings/bindingsByTree';
import { createIndexingPool } from '../../src/workspace/indexing/indexingWorkers';
import { IndexedTrees } from '../../src/workspace/indexing/indexedTrees';
import { noOpenFiles } from '../../src/workspace/indexing/openFiles';
import { Slices } from '../../src/workspace/indexing/slices';
import { SourceIndexing } from '../../src/workspace/indexing/sourceIndexing';
import { nameOfCopy } from '../copies';
import { listSources } from '../kafka';
import { host } from '../worker/outlineWorker';
import { takeTurns } from './turns';

/** Returns the files of every folder without a look at the disk, because the time for listing is not measured. */
function foldersWith(files: readonly string[]): Folders {
  return {
    list: () => Promise.resolve(files.map((name) => ({ name, kind: 'file', link: false }))),
    read: () => Promise.resolve(undefined),
    identity: (uri) => Promise.resolve(uri),
  };
}

async function main([folder = '', dist = '']: readonly string[]): Promise<void> {
  const means = {
    create: () => Promise.resolve(startWorker(join(dist, 'worker.js'))),
    calls: host,
    parallelism: availableParallelism(),
  };
  const files = await listSources(join(folder, nameOfCopy(0)));
  const log = { info: () => undefined, warn: console.error, error: console.error };
  const slices = new Slices();
  const trees = new IndexedTrees({ slices, log });
  const bindings = new BindingsByTree(trees, {
    loadSymbols: () => Promise.resolve(noRelease),
    notes: () => [],
    note: () => undefined,
    isFile: () => Promise.resolve(false),
    folders: nodeFolders,
    slices,
    log,
  });
  const pool = createIndexingPool(means, log);
  const indexing = new SourceIndexing({
    trees,
    bindings,
    open: noOpenFiles,
    folders: foldersWith(files),
    listed: [],
    pool,
    slices,
    log,
  });
  let copy = 0;
  takeTurns(async () => {
    trees.open([{ root: pathToFileURL(join(folder, nameOfCopy(copy++))).href }]);
    await new Promise<void>((resolve, reject) => {
      const done = trees.onDidIndex(({ table }) => {
        if (!table.complete) return;
        done.dispose();
        const [unread] = table.unindexed();
        if (unread === undefined) resolve();
        else reject(new Error(`${unread[0]} is not indexed: ${unread[1]}`));
      });
      indexing.onDidChangeFailure(() => reject(new Error(indexing.failed)));
    });
  });
}

void main(process.argv.slice(2));
