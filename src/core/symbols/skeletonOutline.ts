import type { Skeleton } from '../syntax/skeleton/createSkeleton';
import { LineIndex } from '../util/lineIndex';
import { columns, nameRangeColumn, packOutline, rangeColumn, type PackedOutline } from './packedOutline';
import type { SourceSymbol } from './symbol';
import type { Range } from '../util/range';

/** A part of a skeleton's text, by offsets; half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A symbol whose ranges are those of the skeleton. */
export type SkeletonSymbol = Omit<SourceSymbol, 'range' | 'nameRange' | 'doc'> & { readonly span: Span; readonly nameSpan: Span };

/** The declarations of a skeleton. Equal skeletons have equal declarations, whatever text they are the skeleton of. */
export interface SkeletonOutline {
  readonly packages: readonly { readonly name: string; readonly nameSpan: Span }[];
  readonly symbols: readonly SkeletonSymbol[];
  readonly hasErrors: boolean;
}

/**
 * Returns the same declarations packed, as if the skeleton was one line: then only numbers change when it is placed in a text.
 */
export function packSkeleton({ packages, symbols, hasErrors }: SkeletonOutline): PackedOutline {
  return packOutline({
    packages: packages.map(({ name, nameSpan }) => ({ name, nameRange: inOneLine(nameSpan) })),
    symbols: symbols.map(({ span, nameSpan, ...symbol }) => ({
      ...symbol,
      range: inOneLine(span),
      nameRange: inOneLine(nameSpan),
    })),
    hasErrors,
  });
}

/** Returns the outline of a text whose skeleton has this outline: see {@link packSkeleton}. */
export function placeOutline(found: PackedOutline, skeleton: Skeleton, text: string): PackedOutline {
  const lines = new LineIndex(text);
  const numbers = Uint32Array.from(found.numbers);
  const docs: number[] = [];
  for (let at = 0; at < numbers.length; at += columns) {
    const [range, nameRange] = [at + rangeColumn, at + nameRangeColumn];
    const doc = skeleton.doc(startAt(numbers, range), endAt(numbers, range));
    if (doc !== undefined) {
      docs.push(at / columns, 0, 0, 0, 0);
      write(docs, docs.length - 4, doc, lines);
    }
    for (const column of [range, nameRange]) {
      write(numbers, column, skeleton.original(startAt(numbers, column), endAt(numbers, column)), lines);
    }
  }
  const packages = found.packages.map(({ name, nameRange }) => {
    const { start, end } = skeleton.original(nameRange.start.character, nameRange.end.character);
    return { name, nameRange: lines.range(start, end) };
  });
  const outline = { ...found, packages, numbers, docs: Uint32Array.from(docs) };
  return skeleton.hasIndentation === true ? { ...outline, hasIndentation: true } : outline;
}

type Numbers = Uint32Array | number[];

function inOneLine({ start, end }: Span): Range {
  return { start: { line: 0, character: start }, end: { line: 0, character: end } };
}

function startAt(numbers: Numbers, at: number): number {
  return numbers[at + 1] ?? 0;
}

function endAt(numbers: Numbers, at: number): number {
  return numbers[at + 3] ?? 0;
}

function write(numbers: Numbers, at: number, { start, end }: Span, lines: LineIndex): void {
  const [startLine, endLine] = [lines.lineAt(start), lines.lineAt(end)];
  numbers[at] = startLine;
  numbers[at + 1] = start - lines.startOf(startLine);
  numbers[at + 2] = endLine;
  numbers[at + 3] = end - lines.startOf(endLine);
}
