import { turnsOf } from '../tree/passes';
import type { Figures, Side } from '../tree/turns';

/** The time that a `readSide` took and the memory that it takes. */
export interface Read {
  readonly milliseconds: number;
  /** The figures in bytes, and the number of files. */
  readonly figures: Figures;
}

/** The files in a turn of the smallest tree, which takes some 100 ms; larger trees do proportionally more files in a turn. */
const turn = 64;

/** Lets sides read their trees, in the same number of turns; `counts` has the number of each side's files. It ends the sides. */
export async function readInTurns(sides: readonly Side[], counts: readonly number[]): Promise<readonly Read[]> {
  try {
    await Promise.all(sides.map((side) => side.ready()));
    const sums = sides.map(() => 0);
    const least = Math.min(...counts);
    for (const { from, to } of turnsOf({ from: 0, to: least }, turn)) {
      for (const [index, side] of sides.entries()) {
        const times = (counts[index] ?? least) / least;
        sums[index] = (sums[index] ?? 0) + (await side.take({ from: times * from, to: times * to }));
      }
    }
    const figures = await Promise.all(sides.map((side) => side.figures()));
    return figures.map((one, index) => ({ milliseconds: sums[index] ?? NaN, figures: one }));
  } finally {
    for (const side of sides) side.end();
  }
}

/** Returns a function that gives a figure in megabytes. */
export function figure(name: 'host' | 'worker' | 'parsers' | 'resident'): (read: Read) => number {
  return ({ figures }) => (figures[name] ?? NaN) / 1e6;
}
