import { join } from 'node:path';
import { withCopies } from '../copies';
import { listSources } from '../kafka';
import { median, medianRatio } from '../report/statistics';
import type { Row } from '../report/row';
import type { Setting } from '../setting';
import { takePasses, turnsOf } from '../tree/passes';
import { Side } from '../tree/turns';

const passes = 5;
/** The files of one turn, which takes some 20 ms. */
const turn = 16;

/**
 * Measures opening each file to its symbols in the host's thread, by a worker that knows none of them, against parsing it by a
 * worker.
 */
export function measureOpening({ source, dist, bundles, say }: Setting): Promise<readonly Row[]> {
  return withCopies(source, passes + 1, async (folder) => {
    const count = (await listSources(source)).length;
    // Each pass takes another copy, because the worker keeps what it has parsed.
    const turns = (pass: number) => turnsOf({ from: pass * count, to: (pass + 1) * count }, turn);
    const sides = ['openSide', 'bareSide'].map((name) => new Side(join(bundles, `${name}.js`), [folder, dist, bundles]));
    const [ours = [], bare = []] = await takePasses(sides, turns, passes, say);
    return [
      {
        what: `${count} files opened one after another, each to its symbols in the host, worker thread`,
        measured: median(ours),
        unit: 'ms',
        against: { what: 'bare parses, worker thread', measured: median(bare) },
        ratio: medianRatio(ours, bare),
        limit: 1.3,
        repetitions: ours.length,
      },
    ];
  });
}
