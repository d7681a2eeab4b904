import { Worker } from 'node:worker_threads';
import type { WorkerHandle } from './editor/platform';

/** A worker thread of the extension host. */
export function startWorker(script: string): WorkerHandle {
  const worker = new Worker(script);
  let expected = false;
  return {
    send: (message) => worker.postMessage(message),
    listen: (receive) => void worker.on('message', receive),
    onDeath: (died) => {
      let why: string | undefined;
      worker.on('error', (error) => (why = error instanceof Error ? (error.stack ?? error.message) : String(error)));
      worker.on('exit', (code) => {
        if (!expected) died(why ?? `exit code ${code}`);
      });
    },
    terminate: () => {
      expected = true;
      void worker.terminate();
    },
  };
}
