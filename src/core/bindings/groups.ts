/** Values grouped by a key, in the order in which they came. A key without values is not kept. */
export class Groups<T> {
  private readonly groups = new Map<string, Set<T>>();

  keys(): Iterable<string> {
    return this.groups.keys();
  }

  get(key: string): readonly T[] {
    return [...(this.groups.get(key) ?? [])];
  }

  hasAll(keys: readonly string[], value: T): boolean {
    return keys.every((key) => this.groups.get(key)?.has(value) === true);
  }

  add(key: string, value: T): void {
    const group = this.groups.get(key);
    if (group === undefined) this.groups.set(key, new Set([value]));
    else group.add(value);
  }

  remove(key: string, value: T): void {
    const group = this.groups.get(key);
    group?.delete(value);
    if (group?.size === 0) this.groups.delete(key);
  }
}
