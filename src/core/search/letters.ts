import { columns, type PackedOutline } from '../symbols/packedOutline';

/** Of a file's symbols, in their order, and of its prefixes: which letters they have. */
export interface NameLetters {
  readonly names: Uint32Array;
  /** Of the last part alone: the type or package before the name. */
  readonly prefixes: Uint32Array;
}

const all = ~0;
/** A letter has a bit, small or not; digits have one together, and so have all signs. */
const bits = Uint32Array.from({ length: 128 }, (_, unit) => {
  const small = String.fromCharCode(unit).toLowerCase();
  if (small >= 'a' && small <= 'z') return 1 << (small.charCodeAt(0) - 97);
  return small >= '0' && small <= '9' ? 1 << 26 : 1 << 27;
});

const known = new WeakMap<PackedOutline, NameLetters>();

/** Found once for an outline, four bytes a name: what lacks a letter that was typed need not be looked at closer. */
export function lettersOf(outline: PackedOutline): NameLetters {
  let letters = known.get(outline);
  if (letters === undefined) known.set(outline, (letters = find(outline)));
  return letters;
}

/** The letters that a text has; where it has one that is not ASCII it may have any. */
export function lettersIn(text: string, start = 0, end = text.length): number {
  let letters = 0;
  for (let at = start; at < end; at++) letters |= bits[text.charCodeAt(at)] ?? all;
  return letters;
}

/** The letters that whoever has this typed must have. */
export function lettersNeeded(typed: string): number {
  let letters = 0;
  for (let at = 0; at < typed.length; at++) letters |= bits[typed.charCodeAt(at)] ?? 0;
  return letters;
}

/** How many of the letters needed are not there. */
export function lettersMissing(needed: number, letters: number): number {
  let missing = needed & ~letters;
  let count = 0;
  for (; missing !== 0; missing &= missing - 1) count++;
  return count;
}

function find({ names, prefixes, numbers }: PackedOutline): NameLetters {
  const found = new Uint32Array(numbers.length / columns);
  for (let index = 0, start = 1; start < names.length; index++) {
    const end = names.indexOf('\n', start);
    found[index] = lettersIn(names, start, end);
    start = end + 1;
  }
  return { names: found, prefixes: Uint32Array.from(prefixes, (prefix) => lettersIn(lastPart(prefix))) };
}

function lastPart(prefix: string): string {
  return /[^.#$]*[.#$]*$/.exec(prefix)?.[0] ?? '';
}
