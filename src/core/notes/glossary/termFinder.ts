import { escapePattern } from '../../util/escapePattern';

/** A term in a text. Offsets are half-open, in UTF-16 units. */
export interface FoundTerm {
  readonly start: number;
  readonly end: number;
  /** The index of the entry that it belongs to. */
  readonly entry: number;
}

/** Finds the terms of a glossary in texts. */
export class TermFinder {
  private readonly entries = new Map<string, number>();
  private readonly pattern: RegExp | undefined;

  /** Each entry is a list of its terms. Of two entries with the same term the first one has it. */
  constructor(entries: readonly (readonly string[])[]) {
    entries.forEach((terms, entry) => {
      for (const term of terms) if (!this.entries.has(keyOf(term))) this.entries.set(keyOf(term), entry);
    });
    // The longer one of two terms is meant where one is the beginning of the other.
    const terms = [...this.entries.keys()].sort((one, other) => other.length - one.length);
    if (terms.length > 0) this.pattern = new RegExp(terms.map(patternOf).join('|'), 'giu');
  }

  /** Returns the terms in a text, in its order. Upper and lower case are the same. */
  find(text: string): FoundTerm[] {
    if (this.pattern === undefined) return [];
    return [...text.matchAll(this.pattern)].flatMap(({ 0: found, index }) => {
      const entry = this.entries.get(keyOf(found));
      return entry === undefined ? [] : [{ start: index, end: index + found.length, entry }];
    });
  }
}

function keyOf(term: string): string {
  return term.toLowerCase().replace(/\s+/g, ' ');
}

/** A term that begins or ends with a letter of an alphabet is a word of its own there; Chinese has no space between words. */
function patternOf(term: string): string {
  const escaped = escapePattern(term).replace(/ /g, '\\s+');
  const letter = '[\\p{L}\\p{N}_]';
  const isWord = (sign: string): boolean => /[\p{L}\p{N}_]/u.test(sign) && !/\p{Script=Han}/u.test(sign);
  const other = `(?!\\p{Script=Han})${letter}`;
  const before = isWord(term.charAt(0)) ? `(?<!${other})` : '';
  return before + escaped + (isWord(term.charAt(term.length - 1)) ? `(?!${other})` : '');
}
