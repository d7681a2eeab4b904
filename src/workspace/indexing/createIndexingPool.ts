import type { Served } from '../../core/util/rpc';
import type { HostCalls } from '../../protocol/worker';
import type { WorkerHandle } from '../../extension/editor/platform';
import { mostWorkers, IndexingPool, type Demand } from './indexingPool';
import { SourceIndexer, type Crashes } from './sourceIndexer';
import { WorkerClient, type Log } from './workerClient';

/** What parsing workers are made from. */
export interface WorkerMeans {
  create(): Promise<WorkerHandle>;
  /** What they may call here. */
  readonly calls: Served<HostCalls>;
  /** How many threads this machine runs at the same time. */
  readonly parallelism: number;
}

/** The workers that read what is demanded. */
export function createIndexingPool(means: WorkerMeans, log: Log, demand: Demand): IndexingPool {
  let started = 0;
  let isThroughHost = false;
  const calls: Served<HostCalls> = {
    ...means.calls,
    readFile: (uri) => {
      isThroughHost = true;
      return means.calls.readFile(uri);
    },
  };
  const createIndexer = (crashes: Crashes): SourceIndexer => {
    const worker = new WorkerClient(`parsing worker ${++started}`, () => means.create(), calls, log);
    return new SourceIndexer(worker, crashes, log, () => isThroughHost);
  };
  return new IndexingPool(createIndexer, Math.max(1, Math.min(means.parallelism, mostWorkers)), demand);
}
