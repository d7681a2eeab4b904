import type { Range } from '../util/range';
import { LineIndex } from '../util/lineIndex';

/** A place inside a symbol or file: a URL text fragment, its four parts percent-decoded. */
export interface TextFragment {
  readonly prefix?: string;
  readonly start: string;
  readonly end?: string;
  readonly suffix?: string;
}

/**
 * The form of a token: a word, an operator that Java and Scala write with several characters, or any other single character. `>>`
 * is not among the operators, because it also closes two lists of type arguments.
 */
const token =
  /[\p{L}\p{M}\p{N}_$]+|==|!=|<=|>=|=>|->|<-|&&|\|\||\+\+|--|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|:::|::|\.\.\.|<:|>:|\/\/|\/\*|\*\/|\S/gu;

/** A text cut into tokens. */
export interface Tokens {
  readonly words: readonly string[];
  /** The offset of each token in the text. */
  readonly starts: readonly number[];
}

/**
 * Returns all places in a text where a text fragment fits, in order. Texts are compared token by token, so that white space and
 * line breaks do not count, and only whole tokens fit. With `within`, only places inside that range are found. `start,end`
 * reaches from a start to the nearest end behind it, as in a browser. The time is linear in the length of the text.
 */
export function findFragment(text: string, fragment: TextFragment, within?: Range): Range[] {
  const lines = new LineIndex(text);
  const from = within === undefined ? 0 : lines.offsetAt(within.start);
  const to = within === undefined ? text.length : lines.offsetAt(within.end);
  const source = tokenize(text.slice(from, to));
  const endOf = (index: number): number => (source.starts[index] ?? 0) + (source.words[index]?.length ?? 0);
  return placesAmong(source.words, fragment).map(({ first, last }) =>
    lines.range(from + (source.starts[first] ?? 0), from + endOf(last)),
  );
}

/** Returns the first and the last token of each place where a text fragment fits, by their numbers in `source`. */
export function placesAmong(source: readonly string[], fragment: TextFragment): { first: number; last: number }[] {
  const prefix = wordsOf(fragment.prefix);
  const start = wordsOf(fragment.start);
  const suffix = wordsOf(fragment.suffix);
  if (start.length === 0) return [];
  if (fragment.end === undefined) {
    return occurrences(source, [...prefix, ...start, ...suffix]).map((at) => ({
      first: at + prefix.length,
      last: at + prefix.length + start.length - 1,
    }));
  }
  const end = wordsOf(fragment.end);
  if (end.length === 0) return [];
  const ends = occurrences(source, [...end, ...suffix]);
  const found = [];
  let next = 0;
  for (const at of occurrences(source, [...prefix, ...start])) {
    const first = at + prefix.length;
    while (next < ends.length && (ends[next] ?? 0) < first + start.length) next++;
    const endAt = ends[next];
    if (endAt === undefined) break;
    found.push({ first, last: endAt + end.length - 1 });
  }
  return found;
}

function wordsOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : tokenize(text).words;
}

export function tokenize(text: string): Tokens {
  const words: string[] = [];
  const starts: number[] = [];
  for (const match of text.matchAll(token)) {
    words.push(match[0]);
    starts.push(match.index);
  }
  return { words, starts };
}

/**
 * Returns the places where a sequence of words starts, overlapping places included: Knuth, Morris and Pratt's search, linear in
 * both lengths.
 */
function occurrences(source: readonly string[], wanted: readonly string[]): number[] {
  const borders = [0];
  let border = 0;
  for (let at = 1; at < wanted.length; at++) {
    while (border > 0 && wanted[at] !== wanted[border]) border = borders[border - 1] ?? 0;
    if (wanted[at] === wanted[border]) border++;
    borders.push(border);
  }
  const found: number[] = [];
  let matched = 0;
  source.forEach((word, at) => {
    while (matched > 0 && word !== wanted[matched]) matched = borders[matched - 1] ?? 0;
    if (word === wanted[matched]) matched++;
    if (matched === wanted.length) {
      found.push(at - matched + 1);
      matched = borders[matched - 1] ?? 0;
    }
  });
  return found;
}
