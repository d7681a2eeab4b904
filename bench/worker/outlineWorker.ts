import { once } from 'node:events';
import { join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { PackedFile } from '../../src/core/symbols/packedOutline';
import { Rpc, type Served } from '../../src/core/util/rpc';
import type { HostCalls, WorkerCalls } from '../../src/protocol/worker';
import type { SourceRequest } from '../../src/core/symbols/sourceRequest';
import type { Watched, WorkerMemory } from './watched';

/** A host of the worker in which nothing was stored by earlier windows, and nothing is stored. */
export const host: Served<HostCalls> = {
  readFile: () => Promise.reject(new Error('unreadable')),
  readAsset: (name) => Promise.reject(new Error(`${name} is not beside the worker`)),
  warn: (message) => console.error(message),
  listStored: () => [],
  readStored: (name) => Promise.reject(new Error(`${name} was never stored`)),
  writeStored: () => undefined,
  removeStored: () => undefined,
};

/** The built worker in a thread, as the extension has it, without an editor. */
export class OutlineWorker {
  private readonly worker: Worker;
  private readonly watch;
  private readonly rpc: Rpc<WorkerCalls, HostCalls>;

  /** Starts the worker of the build in `dist`; `bundles` is the folder of the bench's own programs. */
  constructor(dist: string, bundles: string) {
    const { port1, port2 } = new MessageChannel();
    this.watch = port1;
    const workerData: Watched = { script: join(dist, 'worker.js'), port: port2 };
    const worker = new Worker(join(bundles, 'watched.js'), { workerData, transferList: [port2] });
    worker.on('error', (error) => {
      throw error;
    });
    this.worker = worker;
    const channel = {
      send: (message: unknown) => worker.postMessage(message),
      listen: (receive: (message: unknown) => void) => void worker.on('message', receive),
    };
    this.rpc = new Rpc<WorkerCalls, HostCalls>(channel, host);
  }

  outline(files: readonly SourceRequest[]): Promise<readonly PackedFile[]> {
    return this.rpc.call('outline', files);
  }

  async memory(): Promise<WorkerMemory> {
    this.watch.postMessage('memory');
    const [answer] = (await once(this.watch, 'message')) as [WorkerMemory];
    return answer;
  }

  async end(): Promise<void> {
    this.watch.close();
    await this.worker.terminate();
  }
}
