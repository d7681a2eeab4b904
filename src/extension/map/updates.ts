import type { Disposable } from '../lifetime';

/** Milliseconds between two updates of the map: while a tree is read its picture changes, and it must be possible to look at it. */
const pace = 250;

type Part = 'tree' | 'notes';

/** Sends parts of the map that are others now: the first request soon, those that follow together, one sending after the other. */
export class Updates implements Disposable {
  private readonly wanted = new Set<Part>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isSending = false;
  private isHeld = false;
  private isDisposed = false;

  constructor(private readonly send: (parts: ReadonlySet<Part>) => Promise<void>) {}

  request(...parts: readonly Part[]): void {
    for (const part of parts) this.wanted.add(part);
    this.timer ??= setTimeout(() => void this.run(), 20);
  }

  /** While it is held nothing is sent. */
  hold(isHeld: boolean): void {
    this.isHeld = isHeld;
    if (!isHeld && this.wanted.size > 0) this.request();
  }

  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.timer);
  }

  /** The timer stands until nothing is wanted any more, so that requests meanwhile wait. */
  private async run(): Promise<void> {
    if (this.isSending || this.isDisposed) return;
    if (this.isHeld || this.wanted.size === 0) {
      this.timer = undefined;
      return;
    }
    this.isSending = true;
    const parts = new Set(this.wanted);
    this.wanted.clear();
    await this.send(parts).finally(() => (this.isSending = false));
    this.timer = setTimeout(() => void this.run(), pace);
  }
}
