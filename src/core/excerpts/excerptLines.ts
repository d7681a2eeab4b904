import type { Target } from '../bindings/binding';
import type { Anchor } from '../notes/anchor';
import type { SourceSymbol } from '../symbols/symbol';
import { findFragment } from '../syntax/textFragment';
import type { LineIndex } from '../util/lineIndex';
import { comparePositions, type Range } from '../util/range';

/** Whole lines of a file, 0-based, both included. */
export interface ExcerptLines {
  readonly first: number;
  readonly last: number;
}

/** The longest file without symbols in which a quote is looked for again; UTF-16 units. */
const longestPlainFile = 200_000;

/**
 * Returns the lines of a text that an anchor shows: those that its quote stands in, else its symbol's whole declaration without the
 * doc comment, else the whole file, for a package its clause. It returns undefined where the text is not the one that the target was
 * found in, as for a moment while somebody types: other lines would be a wrong place.
 */
export function excerptLines(target: Target, anchor: Anchor, text: string, lines: LineIndex): ExcerptLines | undefined {
  const range = anchor.fragment === undefined ? rangeOfTarget(target, anchor, text, lines) : rangeOfQuote(target, anchor, text);
  if (range === undefined || range.end.line >= lines.lineCount) return undefined;
  return { first: range.start.line, last: range.end.line };
}

function rangeOfTarget({ symbol, range }: Target, { target }: Anchor, text: string, lines: LineIndex): Range | undefined {
  if (symbol !== undefined) return isNamedThere(symbol, text, lines) ? symbol.range : undefined;
  if (target.kind === 'symbol') return range;
  return lines.range(0, text.trimEnd().length);
}

/** Returns whether a symbol's name stands where it was found. */
function isNamedThere({ name, path, nameRange }: SourceSymbol, text: string, lines: LineIndex): boolean {
  const there = text.slice(lines.offsetAt(nameRange.start), lines.offsetAt(nameRange.end));
  const written = there.startsWith('`') ? there.slice(1) : there;
  const names = [name, 'this', ...path.split(/[.#]/).map((part) => part.replace(/\$$/, ''))];
  return there !== '' && names.some((one) => one !== '' && written.startsWith(one));
}

/** Returns the place of a quote where it still stands there. In a file without symbols, which nobody indexes, it is looked for anew. */
function rangeOfQuote({ symbol, range }: Target, { fragment }: Anchor, text: string): Range | undefined {
  if (fragment === undefined) return undefined;
  const first = findFragment(text, { start: fragment.start }, range)[0];
  const last = findFragment(text, { start: fragment.end ?? fragment.start }, range).at(-1);
  const isThere =
    first !== undefined &&
    last !== undefined &&
    comparePositions(first.start, range.start) === 0 &&
    comparePositions(last.end, range.end) === 0;
  if (isThere) return range;
  if (symbol !== undefined || text.length > longestPlainFile) return undefined;
  const places = findFragment(text, fragment);
  return places.length === 1 ? places[0] : undefined;
}
