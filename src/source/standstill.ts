/**
 * Notices that work has not moved for some milliseconds. The unpacker of archives waits for itself without an end where a link leads
 * below its own name. Close it.
 */
export class Standstill {
  private readonly timer: NodeJS.Timeout;
  /** Rejects once the work stands still; never resolves. */
  readonly begun: Promise<never>;

  constructor(milliseconds: number) {
    let reject: (error: Error) => void = () => undefined;
    this.begun = new Promise((_, refuse) => (reject = refuse));
    this.timer = setTimeout(() => reject(new Error(`nothing was unpacked for ${milliseconds / 1000} s`)), milliseconds);
  }

  /** Says that the work moves. */
  moved(): void {
    this.timer.refresh();
  }

  close(): void {
    clearTimeout(this.timer);
  }
}
