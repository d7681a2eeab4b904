import type { Row } from '../report/row';
import { median, medianRatio } from '../report/statistics';
import type { Setting } from '../setting';
import { readSources } from '../kafka';
import { Side } from './turns';

const passes = 6;
/** The number of files in a turn. */
const turn = 128;
const modes = ['parse', 'shipped', 'kept', 'hash'] as const;
type Mode = (typeof modes)[number];

/**
 * Measures reading all files of the tree from the disk to their outlines in one thread, where none, or all, of the outlines were
 * made before.
 */
export async function measureStored({ source, dist, bundles, say }: Setting): Promise<readonly Row[]> {
  const count = (await readSources(source)).length;
  const sides = modes.map((mode) => ({ mode, side: new Side(`${bundles}/storedSide.js`, [source, dist, mode]) }));
  const times: Record<Mode, number[]> = { parse: [], shipped: [], kept: [], hash: [] };
  try {
    await Promise.all(sides.map(({ side }) => side.ready()));
    for (let pass = 0; pass < passes; pass++) {
      const sums: Record<Mode, number> = { parse: 0, shipped: 0, kept: 0, hash: 0 };
      for (let from = 0; from < count; from += turn) {
        for (const { mode, side } of sides) sums[mode] += await side.take({ from, to: from + turn });
      }
      say(JSON.stringify({ pass, ...sums }));
      if (pass > 0) for (const mode of modes) times[mode].push(sums[mode]);
    }
  } finally {
    for (const { side } of sides) side.end();
  }
  const row = (what: string, mode: Mode, against: Mode, name: string, limit: number): Row => ({
    what,
    measured: median(times[mode]),
    unit: 'ms',
    against: { what: name, measured: median(times[against]) },
    ratio: medianRatio(times[mode], times[against]),
    limit,
    repetitions: times[mode].length,
  });
  return [
    row(`${count} files as released, with the outlines that ship`, 'shipped', 'parse', 'parsing them', 0.1),
    row('  the same', 'shipped', 'hash', 'reading and hashing', 2),
    row(`${count} files that an earlier window has parsed`, 'kept', 'parse', 'parsing them', 0.1),
  ];
}
