import { LineIndex } from '../util/lineIndex';
import type { Range } from '../util/range';
import { placesAmong, tokenize, type TextFragment } from './textFragment';

/** The most tokens of a quote that is written whole. A longer one is quoted by its beginning and its end. */
const longestWhole = 12;
/** The numbers of tokens that are tried for the beginning and the end of a long quote, and for the text around a quote. */
const lengths = [3, 4, 6, 9, 14, 22];

/** The tokens around a selected place, and the numbers of the first and the last one that is selected. */
interface Quoting {
  readonly words: readonly string[];
  readonly first: number;
  readonly last: number;
  /** Returns the text from one token to another, white space in it as one blank. */
  readonly cut: (first: number, last: number) => string;
}

/**
 * Returns the text fragment that fits a selected place and no other inside of `within`: its whole tokens and, only where the same
 * text stands there again, some of the text around it. Returns undefined where no token is selected, or where the text around is the
 * same as well.
 */
export function quoteFragment(text: string, selected: Range, within: Range): TextFragment | undefined {
  const quoting = tokensAt(text, selected, within);
  if (quoting === undefined) return undefined;
  for (const fragment of fragments(quoting)) {
    const [place, ...others] = placesAmong(quoting.words, fragment);
    if (others.length === 0 && place?.first === quoting.first && place.last === quoting.last) return fragment;
  }
  return undefined;
}

/** Yields the ways to quote a place, the shortest first. */
function* fragments(quoting: Quoting): Generator<TextFragment> {
  const { first, last, cut } = quoting;
  const whole = { start: cut(first, last) };
  const isLong = last - first >= longestWhole;
  const ends = isLong
    ? lengths.map((length) => ({ start: cut(first, first + length - 1), end: cut(last - length + 1, last) }))
    : [];
  const fitting = ends.slice(0, lengths.filter((length) => 2 * length <= last - first).length);
  yield* fitting;
  yield whole;
  for (const length of [1, 2, ...lengths]) yield* surrounded(quoting, fitting[0] ?? whole, length);
}

/** Yields a quote with so many tokens before it, behind it, and on both sides. */
function* surrounded({ words, first, last, cut }: Quoting, quote: TextFragment, length: number): Generator<TextFragment> {
  const prefix = first === 0 ? undefined : { prefix: cut(Math.max(0, first - length), first - 1) };
  const suffix = last === words.length - 1 ? undefined : { suffix: cut(last + 1, Math.min(words.length - 1, last + length)) };
  if (prefix !== undefined) yield { ...quote, ...prefix };
  if (suffix !== undefined) yield { ...quote, ...suffix };
  if (prefix !== undefined && suffix !== undefined) yield { ...quote, ...prefix, ...suffix };
}

function tokensAt(text: string, selected: Range, within: Range): Quoting | undefined {
  const lines = new LineIndex(text);
  const from = lines.offsetAt(within.start);
  const source = text.slice(from, lines.offsetAt(within.end));
  const { words, starts } = tokenize(source);
  const [begin, end] = [lines.offsetAt(selected.start) - from, lines.offsetAt(selected.end) - from];
  const endOf = (index: number): number => (starts[index] ?? 0) + (words[index]?.length ?? 0);
  const isSelected = (start: number, index: number): boolean => endOf(index) > begin && start < end;
  const first = starts.findIndex(isSelected);
  if (first < 0) return undefined;
  const cut = (one: number, other: number): string => source.slice(starts[one], endOf(other)).replaceAll(/\s+/g, ' ');
  return { words, first, last: starts.findLastIndex(isSelected), cut };
}
