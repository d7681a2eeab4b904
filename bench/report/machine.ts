import { cpus, loadavg, release, totalmem, type } from 'node:os';

export interface Machine {
  readonly date: string;
  readonly processor: string;
  readonly cores: number;
  /** The memory in GiB. */
  readonly memory: number;
  readonly system: string;
  readonly node: string;
  /** The average number of processes that wanted to run in the last minute: figures of a busy machine say little. */
  readonly load: number;
}

export function thisMachine(): Machine {
  return {
    date: new Date().toISOString(),
    processor: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: cpus().length,
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.versions.node,
    load: loadavg()[0] ?? NaN,
  };
}

export function formatMachine({ date, processor, cores, memory, system, node, load }: Machine): string {
  return `${date.slice(0, 16).replace('T', ' ')} UTC, ${cores} × ${processor}, ${memory} GiB, ${system}, Node ${node}, load ${load.toFixed(1)}`;
}
