/** Milliseconds between two looks. */
const interval = 1;

/** Of the thread that calls it, in microseconds; Node has it from version 23.9 on. */
interface ThreadTimes {
  threadCpuUsage(): { readonly user: number; readonly system: number };
}

/** Milliseconds. */
export interface Stall {
  /** The longest time for which nothing else could run. */
  readonly elapsed: number;
  /** The most that this thread itself computed at a stretch: what is left of a stall on a machine without other work. */
  readonly computed: number;
}

/** Watches the thread that it is called in. */
export class StallWatch {
  private readonly timer: NodeJS.Timeout;
  private last = now();
  private longest: Stall = { elapsed: 0, computed: 0 };

  constructor() {
    this.timer = setInterval(() => this.look(), interval);
  }

  end(): Stall {
    clearInterval(this.timer);
    return this.longest;
  }

  private look(): void {
    const [before, current] = [this.last, now()];
    this.last = current;
    this.longest = {
      elapsed: Math.max(this.longest.elapsed, current.elapsed - before.elapsed - interval),
      computed: Math.max(this.longest.computed, current.computed - before.computed),
    };
  }
}

function now(): Stall {
  const { user, system } = (process as NodeJS.Process & ThreadTimes).threadCpuUsage();
  return { elapsed: performance.now(), computed: (user + system) / 1000 };
}
