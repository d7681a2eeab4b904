/** Milliseconds of work between two pauses: a third of a frame, for two may work at the same time. */
const slice = 5;

/** Cuts long work on the extension host's thread: awaited between two steps, it lets others run when a slice is used up. */
export class Slices {
  private end = performance.now() + slice;

  async pause(): Promise<void> {
    if (performance.now() < this.end) return;
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    this.end = performance.now() + slice;
  }
}

/** Runs the steps of some work in slices; undefined where it is not wanted any more before it is done. */
export async function inSlices<T>(work: Generator<void, T>, isWanted: () => boolean): Promise<T | undefined> {
  const slices = new Slices();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    await slices.pause();
    if (!isWanted()) return undefined;
  }
}
