/** Values that are costly to make: the ones that somebody asked for last are kept. */
export class Recent<T> {
  /** The last one used stands last. */
  private readonly values = new Map<string, T>();

  /** `most`: how many are kept. */
  constructor(private readonly most: number) {}

  /** What is kept, else what `make` makes. */
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
