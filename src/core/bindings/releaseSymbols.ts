import { typeKinds, type SourceSymbol, type SymbolKind } from '../symbols/symbol';
import { textHash } from '../util/textHash';
import { withoutDollars } from './symbolPath';

/**
 * What an anchor tells apart of the symbols with one path: what has a parameter list from what has none. `alias` is a type
 * alias or an abstract type, which Scala names in a space of their own.
 */
export type SymbolGroup = 'type' | 'method' | 'value' | 'alias';

export function groupOf(kind: SymbolKind): SymbolGroup {
  if (typeKinds.has(kind)) return 'type';
  if (kind === 'method' || kind === 'constructor') return 'method';
  return kind === 'type' ? 'alias' : 'value';
}

/**
 * Which paths the release has that the notes are written for. In front of another release it says what an anchor means that
 * would mean something else there: a name without parentheses was a field's, a name without `$` a class's.
 */
export interface ReleaseSymbols {
  /** Whether the release has a symbol of this group with this canonical path. */
  has(group: SymbolGroup, path: string): boolean;
  /** Whether it has one whose canonical path becomes this one when every `$` in it, of at least one, is left out. */
  hasAbbreviated(group: SymbolGroup, plainPath: string): boolean;
}

/** Says nothing of any path: an anchor then means what the source tree alone says. */
export const noRelease: ReleaseSymbols = { has: () => false, hasAbbreviated: () => false };

/**
 * Reads what {@link packReleaseSymbols} wrote. It keeps 4 bytes a path. Of 100,000 paths that the release does not have, about
 * one is taken for known: its anchor is missing then, never wrong.
 */
export function readReleaseSymbols(packed: string): ReleaseSymbols {
  const hashes = unpackNumbers(packed);
  return {
    has: (group, path) => holds(hashes, hashOf(group, path)),
    hasAbbreviated: (group, plainPath) => holds(hashes, abbreviatedHashOf(group, plainPath)),
  };
}

/** All paths of a release as a text, which depends on nothing but the set of paths. */
export function packReleaseSymbols(symbols: Iterable<Pick<SourceSymbol, 'kind' | 'path'>>): string {
  const hashes = new Set<number>();
  for (const { kind, path } of symbols) {
    const group = groupOf(kind);
    hashes.add(hashOf(group, path));
    if (path.includes('$')) hashes.add(abbreviatedHashOf(group, withoutDollars(path)));
  }
  return packNumbers([...hashes].sort((one, other) => one - other));
}

function hashOf(group: SymbolGroup, path: string): number {
  return textHash(path, textHash(group));
}

function abbreviatedHashOf(group: SymbolGroup, plainPath: string): number {
  return textHash(plainPath, textHash(`${group}$`));
}

/** `sorted`: in rising order. */
function holds(sorted: Uint32Array, wanted: number): boolean {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return sorted[from] === wanted;
}

/** Base64's digits. */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A digit holds 5 bits of the difference to the number before, the lowest first; its sixth bit says that more follow. */
function packNumbers(sorted: readonly number[]): string {
  let text = '';
  let before = 0;
  for (const number of sorted) {
    let rest = number - before;
    before = number;
    while (rest >= 32) {
      text += digits.charAt((rest % 32) + 32);
      rest = Math.floor(rest / 32);
    }
    text += digits.charAt(rest);
  }
  return text;
}

function unpackNumbers(text: string): Uint32Array {
  const values = new Uint8Array(128);
  for (let value = 0; value < digits.length; value++) values[digits.charCodeAt(value)] = value;
  const numbers = new Uint32Array(text.length);
  let count = 0;
  let number = 0;
  let factor = 1;
  for (let at = 0; at < text.length; at++) {
    const digit = values[text.charCodeAt(at)] ?? 0;
    number += (digit & 31) * factor;
    factor *= 32;
    if (digit >= 32) continue;
    numbers[count++] = number;
    factor = 1;
  }
  return numbers.slice(0, count);
}
