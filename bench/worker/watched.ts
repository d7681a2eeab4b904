/**
 * Runs one of the project's worker scripts in its thread, and also tells how much memory it has: `workerData` is {@link Watched}.
 */
import { createRequire } from 'node:module';
import { workerData, type MessagePort } from 'node:worker_threads';
import { memory } from '../inHost/heap';

export interface Watched {
  readonly script: string;
  /** The port on which each message is answered by a {@link WorkerMemory}. */
  readonly port: MessagePort;
}

/** The memory of a worker in bytes, garbage collected. */
export interface WorkerMemory {
  /** The memory of JavaScript, buffers outside of its heap included. */
  readonly heap: number;
  /** The memory of WebAssembly: the parsers with all their trees. It never shrinks. */
  readonly parsers: number;
}

interface Memory {
  readonly buffer: ArrayBuffer;
}
interface WithMemory {
  readonly WebAssembly: { Memory: new (descriptor: object) => Memory };
}

const { script, port } = workerData as Watched;
const memories: Memory[] = [];
const { WebAssembly } = globalThis as WithMemory & typeof globalThis;
WebAssembly.Memory = new Proxy(WebAssembly.Memory, {
  construct: (Memory, [descriptor]: [object]) => {
    const made = new Memory(descriptor);
    memories.push(made);
    return made;
  },
});

port.on('message', () => {
  const { heap, buffers } = memory();
  const parsers = memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  port.postMessage({ heap: heap + buffers, parsers } satisfies WorkerMemory);
});
port.unref();
createRequire(script)(script);
