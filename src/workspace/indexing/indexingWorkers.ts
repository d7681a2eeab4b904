import type { Served } from '../../core/util/rpc';
import type { HostCalls, WorkerCalls } from '../../protocol/worker';
import { Debounced, Lifetime, Slot } from '../lifetime';
import { detailOf } from '../../core/util/report';
import type { Log } from '../log';
import { mostWorkers, IndexingPool } from './indexingPool';
import { SourceIndexer } from './sourceIndexer';
import { WorkerClient, WorkerDied, type WorkerHandle } from './workerClient';

/** The means from which parsing workers are made. */
export interface WorkerMeans {
  create(): Promise<WorkerHandle>;
  /** The calls that they may make here. */
  readonly calls: Served<HostCalls>;
  /** The number of threads that this machine runs at the same time. */
  readonly parallelism: number;
}

/** Creates a pool of workers. */
export function createIndexingPool(means: WorkerMeans, log: Log): IndexingPool {
  let started = 0;
  let askHost = false;
  const calls: Served<HostCalls> = {
    ...means.calls,
    readFile: (uri) => {
      askHost = true;
      return means.calls.readFile(uri);
    },
  };
  return new IndexingPool(
    (crashes) => {
      const worker = new WorkerClient(`parsing worker ${++started}`, () => means.create(), calls, log);
      return new SourceIndexer(worker, crashes, log, () => askHost);
    },
    Math.max(1, Math.min(means.parallelism, mostWorkers)),
  );
}

/** Milliseconds without a question after which the front worker ends: what it has in memory is much. */
const patience = 60_000;

type Client = WorkerClient<WorkerCalls, HostCalls>;

/** A worker for what a reader asks of the file in front of him, who does not wait for files that nobody looks at. */
export class FrontWorker extends Lifetime {
  private readonly worker = this.register(new Slot<Client>());
  private readonly ending = this.register(new Debounced(patience, () => (this.worker.value = undefined)));

  constructor(
    private readonly means: WorkerMeans,
    private readonly log: Log,
  ) {
    super();
  }

  /** Returns undefined where the worker died or could not answer, which the log says. */
  async ask<T>(question: (worker: Client) => Promise<T>): Promise<T | undefined> {
    if (this.isDisposed) return undefined;
    this.ending.request();
    const { means, log } = this;
    const worker = (this.worker.value ??= new WorkerClient('worker for open files', () => means.create(), means.calls, log));
    try {
      return await question(worker);
    } catch (error) {
      this.tell(worker, error);
      return undefined;
    }
  }

  /** Tells the log of an error. A worker's death is logged by its client already. */
  private tell(worker: Client, error: unknown): void {
    if (this.isDisposed || worker.isBroken || error instanceof WorkerDied) return;
    this.log.warn(`The worker for open files could not answer: ${detailOf(error)}`);
  }
}
