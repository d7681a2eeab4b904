import type { Compared } from './comparison';

/** The most candidates that are compared in one round; all the parts of a long source would be some million. */
const mostCandidates = 800;
const mostRounds = 12;

/** A function that compares sources. The result is undefined for a source that the judge rejects. */
export type Compare = (texts: readonly string[]) => Promise<readonly (Compared | undefined)[]>;

/**
 * Makes a source with a difference smaller, as long as the judge accepts it and a difference remains. In each round runs of
 * pieces are left out one by one, and the smallest text that still has a difference goes into the next round.
 */
export async function smallest(start: Compared, compareAll: Compare): Promise<Compared> {
  let best = start;
  for (let round = 0; round < mostRounds; round++) {
    const compared = await compareAll(candidates(best.text));
    const smaller = compared
      .filter((one) => one !== undefined && one.differences.length > 0 && one.text.length < best.text.length)
      .sort((a, b) => (a?.text.length ?? 0) - (b?.text.length ?? 0))[0];
    if (smaller === undefined) return best;
    best = smaller;
  }
  return best;
}

/** Returns texts that each lack one run of pieces, long runs first. */
function candidates(text: string): string[] {
  const pieces = text.match(/[\p{L}\p{M}\p{N}_$]+|\s+|./gsu) ?? [];
  const found = new Set<string>();
  const most = Math.min(pieces.length, 400);
  for (let length = most; length > 0; length = length > 24 ? Math.floor(length * 0.8) : length - 1) {
    const step = Math.max(1, Math.floor(length / 6));
    for (let from = 0; from + length <= pieces.length; from += step) {
      found.add([...pieces.slice(0, from), ...pieces.slice(from + length)].join(''));
    }
  }
  const all = [...found];
  return all.length <= mostCandidates ? all : all.filter((_, index) => index % Math.ceil(all.length / mostCandidates) === 0);
}
