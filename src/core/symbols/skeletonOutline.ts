import type { Skeleton } from '../syntax/skeleton/createSkeleton';
import { LineIndex } from '../util/lineIndex';
import type { FileOutline, Range, SourceSymbol } from './symbol';

/** Offsets in the text of a skeleton, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A symbol whose ranges are those of the skeleton. */
export type SkeletonSymbol = Omit<SourceSymbol, 'range' | 'nameRange' | 'doc'> & { readonly span: Span; readonly nameSpan: Span };

/** What a skeleton declares. The same text has the same, whatever it is the skeleton of. */
export interface SkeletonOutline {
  readonly packages: readonly { readonly name: string; readonly nameSpan: Span }[];
  readonly symbols: readonly SkeletonSymbol[];
  readonly hasErrors: boolean;
}

/** The outline of a text whose skeleton has this one. */
export function placeOutline({ packages, symbols, hasErrors }: SkeletonOutline, skeleton: Skeleton, text: string): FileOutline {
  const lines = new LineIndex(text);
  const rangeOf = (span: Span): Range => {
    const { start, end } = skeleton.original(span.start, span.end);
    return lines.range(start, end);
  };
  return {
    packages: packages.map(({ name, nameSpan }) => ({ name, nameRange: rangeOf(nameSpan) })),
    symbols: symbols.map(({ span, nameSpan, ...symbol }) => {
      const doc = skeleton.doc(span.start, span.end);
      const ranges = { range: rangeOf(span), nameRange: rangeOf(nameSpan), ...(doc && { doc: lines.range(doc.start, doc.end) }) };
      return { ...symbol, ...ranges };
    }),
    hasErrors,
  };
}
