/**
 * Milliseconds of long work between two turns of the others: a third of a frame, because the views that follow the work take
 * time too.
 */
const length = 5;

/**
 * Cuts long work on one thread into slices, so that others have their turns. All long work of a thread shares one of these:
 * two who work at the same time then take no longer than one.
 */
export class Slices {
  /** By `performance.now()`: when the slice ends that somebody works in. */
  private end: number | undefined;
  /** The parts that wait for a slice, the first one first. */
  private readonly waiting: (() => void)[] = [];

  /** Tells whether long work has to let others run now: the editor, and other long work. */
  readonly isOver = (): boolean => performance.now() >= (this.end ?? this.begin());

  /** Awaited between two steps of long work, it lets others run when the slice is used up. */
  readonly pause = async (): Promise<void> => {
    if (this.isOver()) await new Promise<void>((resolve) => this.waiting.push(resolve));
  };

  /** Runs the steps of some work in slices; undefined where it is not wanted any more before it is done. */
  async run<T>(work: Generator<void, T>, isWanted: () => boolean): Promise<T | undefined> {
    for (let step = work.next(); ; step = work.next()) {
      if (step.done === true) return step.value;
      await this.pause();
      if (!isWanted()) return undefined;
    }
  }

  private begin(): number {
    afterOthers(() => this.next());
    return (this.end = performance.now() + length);
  }

  /** Lets one of those who wait go on. */
  private next(): void {
    this.end = undefined;
    const goOn = this.waiting.shift();
    if (goOn === undefined) return;
    this.begin();
    goOn();
  }
}

/**
 * Runs something once what came in meanwhile was heard. Node hears it between two rounds; it would run a timer that is due
 * before.
 */
function afterOthers(run: () => void): void {
  if (typeof setImmediate === 'function') setImmediate(() => setImmediate(run));
  else setTimeout(run, 0);
}
