/** One figure of a run: the median of its repetitions. */
export interface Row {
  readonly what: string;
  readonly measured: number;
  readonly unit: 'µs' | 'ms' | 'MB';
  /** The figure that it is measured against, in the same unit. */
  readonly against?: { readonly what: string; readonly measured: number };
  /** The greatest value allowed: of the ratio where there is something to measure against, else of the figure itself. */
  readonly limit?: number;
  /** The ratio, where it is the median of ratios and not the ratio of medians. */
  readonly ratio?: number;
  /** The number of repetitions that the median is of; 1 where nothing varies. */
  readonly repetitions: number;
}

/** Returns the figure that is compared with the limit. */
export function judged({ measured, against, ratio }: Row): number {
  return ratio ?? (against === undefined ? measured : measured / against.measured);
}

export function isOver(row: Row): boolean {
  return row.limit !== undefined && !(judged(row) <= row.limit);
}
