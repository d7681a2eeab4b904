import type { Served } from '../../core/util/rpc';
import type { HostCalls } from '../../protocol/worker';
import type { WorkerHandle } from '../platform';
import { mostWorkers, ReaderPool, type Demand } from './readerPool';
import { SourceReader, type Crashes } from './sourceReader';
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
export function createSourcePool(means: WorkerMeans, log: Log, demand: Demand): ReaderPool {
  let started = 0;
  let isThroughHost = false;
  const calls: Served<HostCalls> = {
    ...means.calls,
    readFile: (uri) => {
      isThroughHost = true;
      return means.calls.readFile(uri);
    },
  };
  const createReader = (crashes: Crashes): SourceReader => {
    const worker = new WorkerClient(`parsing worker ${++started}`, () => means.create(), calls, log);
    return new SourceReader(worker, crashes, log, () => isThroughHost);
  };
  return new ReaderPool(createReader, Math.max(1, Math.min(means.parallelism, mostWorkers)), demand);
}
