import { columns, type PackedOutline } from '../symbols/packedOutline';

/** The letters that a file's symbols have, in their order, and those of its prefixes. */
export interface NameLetters {
  readonly names: Uint32Array;
  /** The letters of each prefix's last part alone: the type or package before the name. */
  readonly prefixes: Uint32Array;
}

const all = ~0;
/** A letter has a bit, whatever its case. All digits share one, and so do all signs. */
const bits = Uint32Array.from({ length: 128 }, (_, unit) => {
  const small = String.fromCharCode(unit).toLowerCase();
  if (small >= 'a' && small <= 'z') return 1 << (small.charCodeAt(0) - 97);
  return small >= '0' && small <= '9' ? 1 << 26 : 1 << 27;
});

const known = new WeakMap<PackedOutline, NameLetters>();

/**
 * Finds the letters of an outline once, in four bytes a name. A name that lacks a letter that was typed need not be looked at
 * closer.
 */
export function lettersOf(outline: PackedOutline): NameLetters {
  let letters = known.get(outline);
  if (letters === undefined) known.set(outline, (letters = find(outline)));
  return letters;
}

/** Returns the letters that a text has. A text with a character that is not ASCII may have any. */
export function lettersIn(text: string, start = 0, end = text.length): number {
  let letters = 0;
  for (let at = start; at < end; at++) letters |= bits[text.charCodeAt(at)] ?? all;
  return letters;
}

/** Returns the letters that a name must have to fit what was typed. */
export function lettersNeeded(typed: string): number {
  let letters = 0;
  for (let at = 0; at < typed.length; at++) letters |= bits[typed.charCodeAt(at)] ?? 0;
  return letters;
}

/** Returns how many of the letters needed are missing. */
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
