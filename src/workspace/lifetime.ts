/** Something that has to be let go; the editor's `Disposable` is one. */
export interface Disposable {
  dispose(): void;
}

/** Owns what it is given and disposes it, the last first, when it is disposed itself. */
export class Lifetime implements Disposable {
  private readonly owned: Disposable[] = [];
  private ended = false;

  protected register<T extends Disposable>(one: T): T {
    if (this.ended) one.dispose();
    else this.owned.push(one);
    return one;
  }

  protected get isDisposed(): boolean {
    return this.ended;
  }

  dispose(): void {
    this.ended = true;
    for (const one of this.owned.splice(0).reverse()) one.dispose();
  }
}

/** Holds one thing; what it replaces is disposed. */
export class Slot<T extends Disposable> implements Disposable {
  private held: T | undefined;

  get value(): T | undefined {
    return this.held;
  }

  set value(next: T | undefined) {
    if (next === this.held) return;
    this.held?.dispose();
    this.held = next;
  }

  dispose(): void {
    this.value = undefined;
  }
}

/** Runs the last of many requests, once it was quiet for `delay` milliseconds. */
export class Debounced implements Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly delay: number,
    private readonly run: () => void,
  ) {}

  request(): void {
    this.dispose();
    this.timer = setTimeout(this.run, this.delay);
  }

  dispose(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
  }
}

/** Runs a request at once, and those that come within `pause` milliseconds of the last run together, once these are over. */
export class Paced implements Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isRequested = false;

  constructor(
    private readonly pause: number,
    private readonly run: () => void,
  ) {}

  request(): void {
    this.isRequested = true;
    if (this.timer === undefined) this.go();
  }

  dispose(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.isRequested = false;
  }

  private go(): void {
    this.timer = undefined;
    if (!this.isRequested) return;
    this.isRequested = false;
    this.timer = setTimeout(() => this.go(), this.pause);
    this.run();
  }
}

/** Runs once for all requests of a turn, at its end. */
export class AtTurnEnd implements Disposable {
  private isRequested = false;
  private ended = false;

  constructor(private readonly run: () => void) {}

  request(): void {
    if (this.isRequested) return;
    this.isRequested = true;
    queueMicrotask(() => {
      this.isRequested = false;
      if (!this.ended) this.run();
    });
  }

  dispose(): void {
    this.ended = true;
  }
}

/** Runs something in a later turn, unless it is disposed before. */
export class Later implements Disposable {
  private readonly timer: ReturnType<typeof setTimeout>;

  /** `delay` is in milliseconds; 0 means the next turn. */
  constructor(delay: number, run: () => void) {
    this.timer = setTimeout(run, delay);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
