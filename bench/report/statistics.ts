/** Returns the middle of the values, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('The median of nothing was asked for.');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** Returns the middle one of the ratios of two series that were measured in turn, one ratio for each turn. */
export function medianRatio(values: readonly number[], against: readonly number[]): number {
  return median(values.map((value, turn) => value / (against[turn] ?? NaN)));
}

/** Returns the smallest of the values that at least so many of a hundred do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const value = values.toSorted((a, b) => a - b)[Math.ceil((values.length * percent) / 100) - 1];
  if (value === undefined) throw new Error('A percentile of nothing was asked for.');
  return value;
}
