/** Notices that work has not moved for some milliseconds. Close it. */
export class Standstill {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  /** Aborts once the work stands still, with the error that says so. */
  readonly signal = this.controller.signal;

  constructor(milliseconds: number, error: Error) {
    this.timer = setTimeout(() => this.controller.abort(error), milliseconds);
  }

  /** Says that the work moves. */
  moved(): void {
    this.timer.refresh();
  }

  close(): void {
    clearTimeout(this.timer);
  }
}
