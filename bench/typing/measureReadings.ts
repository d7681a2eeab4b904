import { join } from 'node:path';
import { mustRun } from '../../dev/process.mjs';
import type { Row } from '../report/row';
import { median } from '../report/statistics';
import type { Setting } from '../setting';
import type { Weighed } from './readings';

const megabyte = 2 ** 20;

/** Measures the memory while thousands of files are opened and typed in, one after the other: at the end, against early on. */
export async function measureReadings({ source, dist, bundles, say }: Setting): Promise<readonly Row[]> {
  const output = await mustRun(process.execPath, [join(bundles, 'readings.js'), source, dist, bundles], { idleSeconds: 900 });
  const all = JSON.parse(output) as readonly Weighed[];
  for (const one of all) say(JSON.stringify(one));
  const quarter = Math.floor(all.length / 4);
  const [early, late] = [all.slice(0, quarter), all.slice(-quarter)];
  const readings = (some: readonly Weighed[]): number => some.at(-1)?.readings ?? NaN;
  const row = (what: string, of: (one: Weighed) => number): Row => ({
    what: `${what} after ${readings(all)} readings of files that are typed in`,
    measured: median(late.map(of)) / megabyte,
    unit: 'MB',
    against: { what: `the first ${readings(early)}`, measured: Math.max(...early.map(of)) / megabyte },
    limit: 1.1,
    repetitions: 1,
  });
  return [row('memory of the process', ({ resident }) => resident), row('memory of the parsers', ({ parsers }) => parsers)];
}
