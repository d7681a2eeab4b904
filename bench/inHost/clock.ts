/** The computing time of the thread that calls it, in microseconds. Node has it from version 23.9 on. */
interface ThreadTimes {
  threadCpuUsage(): { readonly user: number; readonly system: number };
}

/** A time in milliseconds. */
export interface Time {
  /** The time by the clock. */
  readonly elapsed: number;
  /** The time in which this thread itself computed: the part of `elapsed` that would be left on a machine without other work. */
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
