import type { HostCalls, WorkerCalls } from '../../protocol/worker';
import { Debounced, Lifetime, Slot } from '../lifetime';
import type { WorkerClient } from './workerClient';

/** Milliseconds without a question after which the worker ends: what it has in memory is much. */
const patience = 60_000;

type Client = WorkerClient<WorkerCalls, HostCalls>;

/** A worker for what a reader asks of the file in front of him, who does not wait for files that nobody looks at. */
export class FrontWorker extends Lifetime {
  private readonly worker = this.register(new Slot<Client>());
  private readonly ending = this.register(new Debounced(patience, () => (this.worker.value = undefined)));

  constructor(private readonly create: () => Client) {
    super();
  }

  /** Undefined where the worker died or could not answer, which its client has told the log. */
  async ask<T>(question: (worker: Client) => Promise<T>): Promise<T | undefined> {
    if (this.isDisposed) return undefined;
    this.ending.request();
    return question((this.worker.value ??= this.create())).catch(() => undefined);
  }
}
