/** Values that are costly to make, of which the last ones that somebody asked for are kept. */
export class Recent<T> {
  /** The values by their key; the last one used stands last. */
  private readonly values = new Map<string, T>();

  /** Starts without values. `most` is the number of values that are kept. */
  constructor(private readonly most: number) {}

  /** Returns the kept value of a key, else the value that `make` makes. */
  get(key: string, make: () => T): T {
    const known = this.find(key);
    if (known !== undefined) return known;
    const value = make();
    this.set(key, value);
    return value;
  }

  find(key: string): T | undefined {
    const value = this.values.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: string, value: T): void {
    this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size > this.most) this.dropOldest();
  }

  delete(key: string): void {
    this.values.delete(key);
  }

  clear(): void {
    this.values.clear();
  }

  private dropOldest(): void {
    const [oldest] = this.values.keys();
    if (oldest !== undefined) this.values.delete(oldest);
  }
}
