import { hashEnd, hashStart, hashStep } from '../util/textHash';
import { ownersOf, type PackedOutline } from './packedOutline';

/** The kinds of key that a file is found by: a symbol's name, the path of a type without any `$`, or a package. */
export type KeyKind = 'name' | 'owner' | 'package';

/** The number at which the hashes of each kind begin. */
const starts: Readonly<Record<KeyKind, number>> = { name: hashStart, owner: 0x2f0b4c47, package: 0x5e3d7a19 };

const lineEnd = 0x0a;
const dollar = 0x24;

/** Returns the hash of a key as an unsigned number of 32 bits. The `$` of an owner do not count. */
export function keyOf(kind: KeyKind, text: string): number {
  let hash = starts[kind];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (kind !== 'owner' || unit !== dollar) hash = hashStep(hash, unit);
  }
  return hashEnd(hash);
}

/** Returns all keys that a file is found by, each once. */
export function keysOf(outline: PackedOutline): ReadonlySet<number> {
  const keys = new Set<number>();
  for (const { name } of outline.packages) keys.add(keyOf('package', name));
  for (const owner of ownersOf(outline)) keys.add(keyOf('owner', owner));
  addNames(outline.names, keys);
  return keys;
}

/** Adds the keys of all names in a packed outline; each name ends with its line. */
function addNames(names: string, keys: Set<number>): void {
  let hash = starts.name;
  for (let index = 1; index < names.length; index++) {
    const unit = names.charCodeAt(index);
    if (unit !== lineEnd) hash = hashStep(hash, unit);
    else {
      keys.add(hashEnd(hash));
      hash = starts.name;
    }
  }
}
