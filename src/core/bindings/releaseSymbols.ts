import { typeKinds, type SourceSymbol, type SymbolKind } from '../symbols/symbol';
import { textHash } from '../util/textHash';
import { withoutDollars } from './symbolPath';

/**
 * The group of a symbol, by which an anchor tells symbols with one path apart: one with a parameter list from one without. An
 * `alias` is a type alias or an abstract type, which Scala names in a space of their own.
 */
export type SymbolGroup = 'type' | 'method' | 'value' | 'alias';

export function groupOf(kind: SymbolKind): SymbolGroup {
  if (typeKinds.has(kind)) return 'type';
  if (kind === 'method' || kind === 'constructor') return 'method';
  return kind === 'type' ? 'alias' : 'value';
}

/**
 * The paths of the release that the notes are written for. In front of another release they tell what an anchor means that would
 * mean something else there: a name without parentheses was a field's, a name without `$` a class's.
 */
export interface ReleaseSymbols {
  /** Returns whether the release has a symbol of this group with this canonical path. */
  has(group: SymbolGroup, path: string): boolean;
  /**
   * Returns whether it has a symbol whose canonical path contains a `$` and becomes this path when every `$` in it is left out.
   */
  hasAbbreviated(group: SymbolGroup, plainPath: string): boolean;
}

/** The symbols of no release: an anchor then means what the source tree alone says. */
export const noRelease: ReleaseSymbols = { has: () => false, hasAbbreviated: () => false };

/**
 * Reads the output of {@link packReleaseSymbols}. It keeps 4 bytes a path. Of 100,000 paths that the release does not have, about
 * one is taken for known: its anchor is missing then, never wrong.
 */
export function readReleaseSymbols(packed: string): ReleaseSymbols {
  const hashes = unpackNumbers(packed);
  return {
    has: (group, path) => holds(hashes, hashOf(group, path)),
    hasAbbreviated: (group, plainPath) => holds(hashes, hashOf(group, plainPath, '$')),
  };
}

/** Returns all paths of a release as a text that depends on nothing but the set of paths. */
export function packReleaseSymbols(symbols: Iterable<Pick<SourceSymbol, 'kind' | 'path'>>): string {
  const hashes = new Set<number>();
  for (const { kind, path } of symbols) {
    const group = groupOf(kind);
    hashes.add(hashOf(group, path));
    if (path.includes('$')) hashes.add(hashOf(group, withoutDollars(path), '$'));
  }
  return packNumbers([...hashes].sort((one, other) => one - other));
}

/** Returns the hash of a path in a group; `mark` is `$` for a path whose `$` are left out. */
function hashOf(group: SymbolGroup, path: string, mark: '' | '$' = ''): number {
  return textHash(group + mark, textHash(path));
}

/** Returns whether `sorted`, which must be in rising order, holds a number. */
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

/** The digits of Base64. */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Packs numbers as digits. A digit holds 5 bits of the difference to the number before, the lowest first; its sixth bit says that
 * more follow.
 */
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
  let difference = 0;
  let shift = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = values[text.charCodeAt(at)] ?? 0;
    // Whole numbers of 32 bits are what engines count with fastest; the array takes off the sign that they have here.
    difference |= (digit & 31) << shift;
    shift += 5;
    if (digit >= 32) continue;
    number = (number + difference) | 0;
    numbers[count++] = number;
    difference = shift = 0;
  }
  return numbers.slice(0, count);
}
