import { lettersNeeded } from './letters';

/** The most characters that are looked at. Each has a bit of a number. */
const mostCharacters = 30;

/** The classes of ASCII characters. Any other character counts as a small letter. */
const [isUpper, isLower, isDigit] = [1, 2, 3];
const kinds = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return /[A-Z]/.test(character) ? isUpper : /[a-z]/.test(character) ? isLower : /\d/.test(character) ? isDigit : 0;
});

/**
 * Finds names by their humps: each character typed is the next one of the name, or the first of a later part of it. So `appRec`
 * and `appendR` find `appendRecords`, whatever their case. All ways to match are followed at the same time, with a bit for each,
 * so a name costs one step a character and nothing is allocated. The state behind a part of a text is a number: bit `n` is set
 * where its first `n` characters are found anywhere in it.
 */
export class HumpPattern {
  /** The places at which each ASCII character was typed, as bits. */
  private readonly places = new Uint32Array(128);
  private readonly others = new Map<string, number>();
  private readonly length: number;
  private readonly last: number;
  /** The letters that a name must have, see {@link lettersNeeded}. */
  readonly letters: number;

  /** With `isLoose` any later character may be the next one. */
  constructor(
    typed: string,
    private readonly isLoose = false,
  ) {
    const characters = typed.toLowerCase().slice(0, mostCharacters);
    this.length = characters.length;
    this.letters = lettersNeeded(characters);
    this.last = 1 << characters.length;
    for (let at = 0; at < characters.length; at++) this.place(characters.charAt(at), 1 << at);
  }

  /** Returns whether all that was typed is found. */
  isFound(known: number): boolean {
    return (known & this.last) !== 0;
  }

  /**
   * Returns whether the characters from `start` to `end` hold what is not found yet. It runs for each name of a tree at each
   * keystroke.
   */
  finishes(text: string, start: number, end: number, known = nothing): boolean {
    if (known === nothing && end - start < this.length) return false;
    return this.isFound(this.behind(text, start, end, known));
  }

  /** Returns the state behind these characters, the first of which begins a part. */
  behind(text: string, start: number, end: number, known = nothing): number {
    const { places, last, isLoose } = this;
    let found = known;
    // Bit `n` says that the first `n` characters are found, the last of them just before.
    let active = 0;
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      const mask = unit < 128 ? (places[unit] ?? 0) : this.placesOf(text.charAt(at));
      if (mask === 0) {
        active = 0;
        continue;
      }
      const from = isLoose || begins(text, at, start, end) ? active | found : active;
      active = (from & mask) << 1;
      found |= active;
      if ((active & last) !== 0) return found;
    }
    return found;
  }

  private place(character: string, bit: number): void {
    for (const one of [character, character.toUpperCase()]) {
      const unit = one.charCodeAt(0);
      if (unit < 128) this.places[unit] = (this.places[unit] ?? 0) | bit;
    }
    this.others.set(character, this.placesOf(character) | bit);
  }

  private placesOf(character: string): number {
    return this.others.get(character.toLowerCase()) ?? 0;
  }
}

/** The state before anything was looked at. */
export const nothing = 1;

/** Returns whether a part of a name begins here. */
function begins(text: string, at: number, start: number, end: number): boolean {
  if (at === start) return true;
  const [before, kind] = [kindOf(text, at - 1), kindOf(text, at)];
  if (kind === 0 || before === 0) return true;
  if (kind === isUpper) return before !== isUpper || (at + 1 < end && kindOf(text, at + 1) === isLower);
  return kind === isDigit && before !== isDigit;
}

function kindOf(text: string, at: number): number {
  return kinds[text.charCodeAt(at)] ?? isLower;
}
