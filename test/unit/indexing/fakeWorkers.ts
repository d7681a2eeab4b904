import type { Served } from '../../../src/core/util/rpc';
import { packOutline, type PackedFile } from '../../../src/core/symbols/packedOutline';
import type { SourceRequest } from '../../../src/core/symbols/sourceRequest';
import type { HostCalls } from '../../../src/protocol/worker';
import type { WorkerHandle } from '../../../src/workspace/indexing/workerClient';

interface Call {
  readonly id: number;
  readonly method: 'outline' | 'locate';
  readonly args: readonly [readonly SourceRequest[] | SourceRequest];
}

/** The behaviour of workers; what is left out is the least surprising. */
export interface Behaviour {
  /** Returns whether a worker dies of a file; it is asked with an empty name where the worker has none to index. */
  isDeadly?(file: string): boolean;
  /** Milliseconds that a worker takes for a file. */
  takes?(file: string): number;
}

/** Starts workers that find nothing in any file, and serve one call after the other, as the real one does. */
export class FakeWorkers {
  started = 0;
  /** The workers that run, counted from 1. */
  readonly alive = new Set<number>();
  /** Each call that a worker began with: which worker, counted from 1, and what it was asked for. */
  readonly log: { readonly worker: number; readonly files: readonly string[]; readonly requests: readonly SourceRequest[] }[] =
    [];

  constructor(private readonly behaviour: Behaviour = {}) {}

  create(): Promise<WorkerHandle> {
    const worker = ++this.started;
    this.alive.add(worker);
    let receive: ((message: unknown) => void) | undefined;
    let die: ((why: string) => void) | undefined;
    const serve = async ({ id, method, args: [asked] }: Call): Promise<void> => {
      if (!this.alive.has(worker)) return;
      const requests = Array.isArray(asked) ? (asked as readonly SourceRequest[]) : [asked as SourceRequest];
      const files = requests.map(({ file }) => file);
      if (files.length > 0) this.log.push({ worker, files, requests });
      const time = files.reduce((sum, file) => sum + (this.behaviour.takes?.(file) ?? 0), 0);
      if (time > 0) await new Promise((resolve) => setTimeout(resolve, time).unref());
      const isDead = (files.length > 0 ? files : ['']).some((file) => this.behaviour.isDeadly?.(file));
      if (!this.alive.has(worker)) return;
      if (!isDead) receive?.({ kind: 'result', id, value: method === 'outline' ? files.map(outcomeOf) : [] });
      else if (this.alive.delete(worker)) die?.('died');
    };
    let last = Promise.resolve();
    return Promise.resolve({
      send: (message) => (last = last.then(() => serve(message as Call))),
      listen: (listener) => (receive = listener),
      onDeath: (died) => (die = died),
      terminate: () => void this.alive.delete(worker),
    });
  }
}

export function outcomeOf(file: string): PackedFile {
  return { file, packed: packOutline({ packages: [], symbols: [], hasErrors: false }) };
}

export function requests(...files: readonly string[]): SourceRequest[] {
  return files.map((file) => ({ file, uri: `file:///${file}` }));
}

const refuse = (): Promise<never> => Promise.reject(new Error('not asked for'));

/** These workers ask their host for nothing. */
export const hostCalls: Served<HostCalls> = {
  readFile: refuse,
  readAsset: refuse,
  warn: () => undefined,
  listStored: refuse,
  readStored: refuse,
  writeStored: refuse,
  removeStored: refuse,
};
