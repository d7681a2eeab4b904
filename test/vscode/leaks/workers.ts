/** Node's worker threads, counted: the bundle of the instrumented extension has these in place of `node:worker_threads`. */
import * as threads from 'node:worker_threads';
import { held } from './held';

export class Worker extends threads.Worker {
  constructor(script: string | URL, options?: threads.WorkerOptions) {
    super(script, options);
    this.once('exit', held.hold('worker'));
  }
}
