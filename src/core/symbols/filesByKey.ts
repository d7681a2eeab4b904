/** Files by a key that most of them share with no other: a list is kept only where there are several. */
export class FilesByKey {
  private readonly entries = new Map<string, string | string[]>();

  /** Returns the files under a key, in the order in which they came. */
  get(key: string): readonly string[] {
    const files = this.entries.get(key) ?? [];
    return typeof files === 'string' ? [files] : files;
  }

  /** Adds a file under a key; it must not stand there yet. */
  add(key: string, file: string): void {
    const files = this.entries.get(key);
    if (files === undefined) this.entries.set(key, file);
    else if (typeof files === 'string') this.entries.set(key, [files, file]);
    else files.push(file);
  }

  remove(key: string, file: string): void {
    const rest = this.get(key).filter((one) => one !== file);
    const [first] = rest;
    if (first === undefined) this.entries.delete(key);
    else this.entries.set(key, rest.length === 1 ? first : rest);
  }
}
