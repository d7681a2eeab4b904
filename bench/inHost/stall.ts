import { now, type Time } from './clock';

/** The milliseconds between two looks. */
const interval = 1;

/** The longest times for which nothing else could run, by the clock and in computing, which are not always the same stall. */
export interface Stall extends Time {
  /** The time at which the thread computed the most, in milliseconds since the watch began. */
  readonly at: number;
}

/** Watches the thread in which it is created. */
export class StallWatch {
  private readonly timer: NodeJS.Timeout;
  private readonly began = now();
  private last = this.began;
  private longest: Stall = { elapsed: 0, computed: 0, at: 0 };

  constructor() {
    this.timer = setInterval(() => this.look(), interval);
  }

  end(): Stall {
    clearInterval(this.timer);
    return this.longest;
  }

  private look(): void {
    const before = this.last;
    this.last = now();
    const elapsed = Math.max(this.longest.elapsed, this.last.elapsed - before.elapsed - interval);
    const computed = this.last.computed - before.computed;
    this.longest =
      computed > this.longest.computed
        ? { elapsed, computed, at: before.elapsed - this.began.elapsed }
        : { ...this.longest, elapsed };
  }
}
