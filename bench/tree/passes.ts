import type { Side, Turn } from './turns';

/** Returns turns that cover all numbers of a range, at most `size` in each. */
export function turnsOf({ from, to }: Turn, size: number): readonly Turn[] {
  const starts = Array.from({ length: Math.ceil((to - from) / size) }, (_, index) => from + index * size);
  return starts.map((start) => ({ from: start, to: Math.min(to, start + size) }));
}

/**
 * Lets sides do the same turns, each turn one side after the other, in several passes. Returns for each side the milliseconds of
 * each pass. One more pass before them, with the number 0, warms up and is not counted. It ends the sides.
 */
export async function takePasses(
  sides: readonly Side[],
  turns: (pass: number) => readonly Turn[],
  passes: number,
  say: (line: string) => void,
): Promise<readonly (readonly number[])[]> {
  const taken = sides.map((): number[] => []);
  try {
    await Promise.all(sides.map((side) => side.ready()));
    for (let pass = 0; pass <= passes; pass++) {
      const sums = sides.map(() => 0);
      for (const turn of turns(pass)) {
        for (const [index, side] of sides.entries()) sums[index] = (sums[index] ?? 0) + (await side.take(turn));
      }
      say(JSON.stringify({ pass, milliseconds: sums }));
      if (pass > 0) for (const [index, sum] of sums.entries()) taken[index]?.push(sum);
    }
  } finally {
    for (const side of sides) side.end();
  }
  return taken;
}
