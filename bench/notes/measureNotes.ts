import { join } from 'node:path';
import { mustRun } from '../../dev/process.mjs';
import type { Row } from '../report/row';
import { median } from '../report/statistics';
import type { Setting } from '../setting';
import type { Bound } from './bindNotes';

const processes = 5;

/**
 * Measures the shipped notes of one language, read from the disk, parsed and bound to a tree that is all read, in fresh
 * processes.
 */
export async function measureNotes({ root, source, dist, bundles }: Setting): Promise<readonly Row[]> {
  const runs: Bound[] = [];
  while (runs.length < processes) {
    const args = [join(bundles, 'bindNotes.js'), join(root, 'notes', 'en'), source, dist];
    runs.push(JSON.parse(await mustRun(process.execPath, args)) as Bound);
  }
  const row = (what: string, of: (run: Bound) => number): Row => ({
    what: `${what} of the shipped notes, fresh process`,
    measured: median(runs.map(of)),
    unit: 'ms',
    repetitions: runs.length,
  });
  const anchors = runs[0]?.anchors ?? 0;
  return [row('reading and parsing', ({ parse }) => parse), row(`binding the ${anchors} anchors`, ({ bind }) => bind)];
}
