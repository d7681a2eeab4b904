/**
 * Returns a source of numbers from 0 up to but not including 1, the same for the same seed: a linear congruential generator,
 * modulo 2^32.
 */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function pick<T>(values: readonly T[], random: () => number): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('One of nothing was asked for.');
  return value;
}
