/** Node has it from version 23.9 on, in microseconds, of the thread that calls it. */
interface ThreadTimes {
  threadCpuUsage(): { readonly user: number; readonly system: number };
}

/** Milliseconds. */
export interface Time {
  /** By the clock. */
  readonly elapsed: number;
  /** Those in which this thread itself computed: what is left of `elapsed` on a machine without other work. */
  readonly computed: number;
}

export function now(): Time {
  const { user, system } = (process as NodeJS.Process & ThreadTimes).threadCpuUsage();
  return { elapsed: performance.now(), computed: (user + system) / 1000 };
}

export function since(before: Time): Time {
  const { elapsed, computed } = now();
  return { elapsed: elapsed - before.elapsed, computed: computed - before.computed };
}
