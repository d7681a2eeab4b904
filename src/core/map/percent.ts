/** Returns whole percent, but never 0 for something nor 100 for less than all. */
export function percent(some: number, all: number): number {
  const share = Math.round((100 * some) / all);
  if (some > 0 && share === 0) return 1;
  return some < all && share === 100 ? 99 : share;
}
