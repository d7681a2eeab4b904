/** Returns whether two lists have the same items, each the very same value, in the same order. */
export function areSameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
