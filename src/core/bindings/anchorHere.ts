import { printAnchor } from '../notes/printAnchor';
import type { SourceSymbol } from '../symbols/symbol';
import { isPrimaryConstructor, symbolsAround } from '../symbols/symbolsAround';
import type { SymbolTable } from '../symbols/symbolTable';
import { quoteFragment } from '../syntax/quoteFragment';
import { LineIndex } from '../util/lineIndex';
import { comparePositions, encloses, type Range } from '../util/range';
import { shortestTarget } from './anchorOf';

/** A place in source for which an anchor is to be written. */
export interface Selected {
  /** The path relative to the root of the tree, with `/`. */
  readonly file: string;
  /** The text as the outline in the table saw it. */
  readonly text: string;
  /** The selection; empty where there is only a cursor. */
  readonly range: Range;
}

/** An anchor for a place in source. */
export interface WrittenAnchor {
  /** The anchor's text, `kafka:` included. */
  readonly text: string;
  /** The symbol that it names; undefined where it names a file without symbols. */
  readonly symbol?: SourceSymbol;
  /** The code that it quotes, on one line; undefined where it means the whole symbol. */
  readonly quote?: string;
}

/**
 * Returns the anchor of a place: that of the innermost symbol around the cursor, or the selected code in the innermost symbol that has
 * all of it. A selection of no more than a symbol's name means the symbol. Returns undefined where no anchor leads there alone.
 */
export function anchorHere({ file, text, range }: Selected, table: SymbolTable): WrittenAnchor | undefined {
  const symbols = table.outline(file)?.symbols ?? [];
  const all = symbolsAround(symbols, range.start);
  // It stands where its class does, which is what people mean.
  const around = all.filter((one) => !isPrimaryConstructor(one, all));
  const named = around.find(({ nameRange }) => encloses(nameRange, range));
  const isEmpty = comparePositions(range.start, range.end) === 0;
  const isWhole = isEmpty || named !== undefined;
  const symbol = isWhole ? (named ?? around[0]) : around.find((one) => encloses(one.range, range));
  // A file with symbols is never named by its path, which differs between a checkout and source jars.
  if (symbol === undefined && symbols.length > 0) return undefined;
  const target = symbol === undefined ? ({ kind: 'file', file } as const) : shortestTarget(symbol, table);
  if (target === undefined) return undefined;
  if (isWhole) return { text: printAnchor(target), ...(symbol && { symbol }) };
  const fragment = quoteFragment(text, range, symbol?.range ?? new LineIndex(text).range(0, text.length));
  if (fragment === undefined) return undefined;
  const quote = fragment.end === undefined ? fragment.start : `${fragment.start} … ${fragment.end}`;
  return { text: printAnchor(target, fragment), ...(symbol && { symbol }), quote };
}
