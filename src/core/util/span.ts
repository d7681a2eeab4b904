/** A piece of a text: half-open, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Puts something else in the place of pieces of a text. The pieces stand in the order of the text and do not overlap. */
export function replaceSpans(text: string, spans: readonly Span[], substitute: (piece: string, index: number) => string): string {
  if (spans.length === 0) return text;
  let kept = '';
  let end = 0;
  spans.forEach((span, index) => {
    kept += text.slice(end, span.start) + substitute(text.slice(span.start, span.end), index);
    end = span.end;
  });
  return kept + text.slice(end);
}
