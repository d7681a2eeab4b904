import { pause } from './slices';

/**
 * Takes in what workers answer, in slices of the host's time. `take` is called with a few of them at once; what they bring
 * about counts too.
 */
export class Intake<T> {
  private readonly waiting: T[] = [];
  private taken = 0;
  private isTaking = false;

  /** `atOnce`: how many cost a millisecond or so. */
  constructor(
    private readonly atOnce: number,
    private readonly take: (some: readonly T[]) => void,
    private readonly done: () => void,
  ) {}

  /** How many are not taken in yet. */
  get size(): number {
    return this.waiting.length - this.taken;
  }

  add(some: readonly T[]): void {
    this.waiting.push(...some);
    if (!this.isTaking) void this.run();
  }

  private async run(): Promise<void> {
    this.isTaking = true;
    while (this.size > 0) {
      await pause();
      const some = this.waiting.slice(this.taken, this.taken + this.atOnce);
      this.taken += some.length;
      this.take(some);
    }
    this.waiting.length = 0;
    this.taken = 0;
    this.isTaking = false;
    this.done();
  }
}
