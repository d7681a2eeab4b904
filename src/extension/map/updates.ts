import type { Disposable } from '../../workspace/lifetime';

/** A part of the map that the page is told. */
export type Part = 'tree' | 'notes';

/** The milliseconds before the first of several changes is sent, for others mostly come with it. */
const together = 20;

/**
 * Sends the parts of the map that have changed, one sending after the other: the first one soon, later ones after a pause that
 * the sending itself asks for (in milliseconds).
 */
export class Updates implements Disposable {
  private readonly wanted = new Set<Part>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isSending = false;
  private isHeld = false;
  private isDisposed = false;

  constructor(
    private readonly send: (parts: ReadonlySet<Part>) => Promise<number>,
    private readonly failed: (error: unknown) => void,
  ) {}

  request(...parts: readonly Part[]): void {
    for (const part of parts) this.wanted.add(part);
    this.plan(together);
  }

  /** Nothing is sent while this is set. */
  hold(isHeld: boolean): void {
    this.isHeld = isHeld;
    this.plan(together);
  }

  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.timer);
  }

  private plan(delay: number): void {
    if (this.timer !== undefined || this.isSending || this.isHeld || this.isDisposed || this.wanted.size === 0) return;
    this.timer = setTimeout(() => void this.run(), delay);
  }

  /** The timer runs during the pause, so that requests that come meanwhile wait. */
  private async run(): Promise<void> {
    const parts = new Set(this.wanted);
    this.wanted.clear();
    this.isSending = true;
    let pause = together;
    try {
      if (!this.isHeld) pause = await this.send(parts);
      else for (const part of parts) this.wanted.add(part);
    } catch (error) {
      this.failed(error);
    }
    this.isSending = false;
    this.timer = this.isDisposed ? undefined : setTimeout(() => this.goOn(), pause);
  }

  private goOn(): void {
    this.timer = undefined;
    this.plan(0);
  }
}
