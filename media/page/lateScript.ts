/** A script of the page that is loaded when a note needs it for the first time. */
export class LateScript<T> {
  private exported: T | undefined;
  private loading: Promise<T | undefined> | undefined;
  private isSettled = false;

  constructor(private readonly address: string) {}

  /** Returns what the script exports, or undefined before it is there. */
  get there(): T | undefined {
    return this.exported;
  }

  /** Tells whether it is there or is known not to load. */
  get isKnown(): boolean {
    return this.isSettled;
  }

  /** Returns what the script exports, or undefined where it cannot be loaded. */
  load(): Promise<T | undefined> {
    this.loading ??= this.import();
    return this.loading;
  }

  private async import(): Promise<T | undefined> {
    try {
      this.exported = (await import(this.address)) as T;
    } catch (error) {
      // The editor's developer tools show what a page logs.
      console.warn(`Could not load ${this.address}:`, error);
    }
    this.isSettled = true;
    return this.exported;
  }
}
