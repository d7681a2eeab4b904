import { median, medianRatio } from '../report/statistics';
import type { Row } from '../report/row';
import type { Setting } from '../setting';
import { installNative } from './native';
import { Side } from './turns';
import { readSources } from '../kafka';

/** Passes over the whole tree. The first one warms up both sides: a tree takes seconds, a process's first files are not the rule. */
const passes = 6;
/** Files a turn: some 40 ms. */
const turn = 32;

/** All files of the tree, outlined in one thread with nothing cached, against parsed by native tree-sitter in one thread. */
export async function measureWholeTree({ source, dist, bundles, say }: Setting): Promise<readonly Row[]> {
  const count = (await readSources(source)).length;
  const sides = [
    new Side(`${bundles}/outlineSide.js`, [source, dist]),
    new Side(`${bundles}/nativeSide.js`, [source, await installNative()]),
  ] as const;
  const [ours, natives]: [number[], number[]] = [[], []];
  try {
    await Promise.all(sides.map((side) => side.ready()));
    for (let pass = 0; pass < passes; pass++) {
      const sums: [number, number] = [0, 0];
      for (let from = 0; from < count; from += turn) {
        const files = { from, to: from + turn };
        sums[0] += await sides[0].take(files);
        sums[1] += await sides[1].take(files);
      }
      say(JSON.stringify({ pass, outline: sums[0], native: sums[1] }));
      if (pass === 0) continue;
      ours.push(sums[0]);
      natives.push(sums[1]);
    }
  } finally {
    for (const side of sides) side.end();
  }
  return [
    {
      what: `${count} files outlined, one thread, in memory`,
      measured: median(ours),
      unit: 'ms',
      against: { what: 'native parsing', measured: median(natives) },
      ratio: medianRatio(ours, natives),
      limit: 1.3,
      repetitions: ours.length,
    },
  ];
}
