import { median, medianRatio } from '../report/statistics';
import type { Row } from '../report/row';
import type { Setting } from '../setting';
import { installNative } from './native';
import { takePasses, turnsOf } from './passes';
import { Side } from './turns';
import { readSources } from '../kafka';

/**
 * The number of passes over the whole tree. One more before them warms up both sides, because a tree takes seconds and a
 * process's first files are slower.
 */
const passes = 5;
/** The files of one turn, which takes some 40 ms. */
const turn = 32;

/**
 * Measures outlining all files of the tree in one thread with nothing cached, against parsing them by native tree-sitter in one
 * thread.
 */
export async function measureWholeTree({ source, dist, bundles, say }: Setting): Promise<readonly Row[]> {
  const count = (await readSources(source)).length;
  const native = await installNative();
  const sides = [new Side(`${bundles}/outlineSide.js`, [source, dist]), new Side(`${bundles}/nativeSide.js`, [source, native])];
  const [ours = [], natives = []] = await takePasses(sides, () => turnsOf({ from: 0, to: count }, turn), passes, say);
  return [
    {
      what: `${count} files outlined, one thread, in memory`,
      measured: median(ours),
      unit: 'ms',
      against: { what: 'native parsing', measured: median(natives) },
      ratio: medianRatio(ours, natives),
      limit: 1.15,
      repetitions: ours.length,
    },
  ];
}
