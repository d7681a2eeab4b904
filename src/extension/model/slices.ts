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
