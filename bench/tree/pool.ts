import { availableParallelism } from 'node:os';
import { mostWorkers } from '../../src/workspace/indexing/indexingPool';
import { nameOfCopy, withCopies } from '../copies';
import { listSources } from '../kafka';
import { median, medianRatio } from '../report/statistics';
import type { Row } from '../report/row';
import type { Setting } from '../setting';
import { installNative } from './native';
import { takePasses } from './passes';
import { Side } from './turns';

/** The number of passes, each with a tree of its own. */
const passes = 5;

/**
 * Measures reading all files of the tree from the disk into the host's table by the pool of workers, against parsing them by
 * native tree-sitter in one thread.
 */
export async function measurePool({ source, dist, bundles, say }: Setting): Promise<readonly Row[]> {
  const native = await installNative();
  return withCopies(source, passes + 1, async (folder) => {
    const count = (await listSources(`${folder}/${nameOfCopy(0)}`)).length;
    const sides = [new Side(`${bundles}/poolSide.js`, [folder, dist]), new Side(`${bundles}/nativeSide.js`, [source, native])];
    const [ours = [], natives = []] = await takePasses(sides, () => [{ from: 0, to: count }], passes, say);
    return [
      {
        what: `${count} files into the host's table by ${Math.min(mostWorkers, availableParallelism())} workers, nothing stored`,
        measured: median(ours),
        unit: 'ms',
        against: { what: 'native parsing, one thread', measured: median(natives) },
        ratio: medianRatio(ours, natives),
        limit: 0.65,
        repetitions: ours.length,
      },
    ];
  });
}
