import { median, medianRatio } from '../report/statistics';
import type { Row } from '../report/row';
import type { Setting } from '../setting';
import { installNative } from './native';
import { takePasses, turnsOf } from './passes';
import { Side } from './turns';
import { readSources } from '../kafka';

/** Passes over the whole tree. The one before them warms up both sides: a tree takes seconds, a process's first files are not the rule. */
const passes = 5;
/** Files a turn: some 40 ms. */
const turn = 32;

/** All files of the tree, outlined in one thread with nothing cached, against parsed by native tree-sitter in one thread. */
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
