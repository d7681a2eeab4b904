import { join } from 'node:path';
import { nameOfCopy, withCopies } from '../copies';
import { median, medianRatio } from '../report/statistics';
import type { Row } from '../report/row';
import type { Setting } from '../setting';
import { Side } from '../tree/turns';
import { listSources } from '../kafka';
import { figure, readInTurns, type Read } from './readInTurns';

const copies = 10;
/** The number of processes of each kind. */
const runs = 3;

/** Measures ten copies of the tree, as one tree, against one; every file is parsed. Both keep a table for the whole tree. */
export function measureCopies({ source, dist, bundles, say }: Setting): Promise<readonly Row[]> {
  return withCopies(source, copies, async (folder) => {
    const [ten, one]: [Read[], Read[]] = [[], []];
    const count = (await listSources(source)).length;
    while (ten.length < runs) {
      const side = (root: string): Side => new Side(join(bundles, 'readSide.js'), [root, dist, bundles]);
      const [all, single] = await readInTurns([side(folder), side(join(folder, nameOfCopy(0)))], [copies * count, count]);
      if (all === undefined || single === undefined) throw new Error('A side is missing.');
      say(JSON.stringify({ ten: all, one: single }));
      ten.push(all);
      one.push(single);
    }
    return rowsOf(ten, one);
  });
}

function rowsOf(ten: readonly Read[], one: readonly Read[]): readonly Row[] {
  const files = ten[0]?.figures.files ?? 0;
  const row = (what: string, unit: Row['unit'], of: (read: Read) => number, limit?: number): Row => ({
    what: `${what}, ten copies of Kafka (${files} files)`,
    measured: median(ten.map(of)),
    unit,
    against: { what: 'one', measured: median(one.map(of)) },
    ratio: medianRatio(ten.map(of), one.map(of)),
    ...(limit !== undefined && { limit }),
    repetitions: ten.length,
  });
  return [
    row('listing and reading all', 'ms', ({ milliseconds }) => milliseconds, 10.5),
    row('memory of the table in the host', 'MB', figure('host'), 10.5),
    row('memory of the worker', 'MB', figure('worker'), 10.5),
  ];
}
