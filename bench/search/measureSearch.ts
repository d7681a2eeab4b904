import { join } from 'node:path';
import { mustRun } from '../../dev/process.mjs';
import type { Row } from '../report/row';
import { median, percentile } from '../report/statistics';
import type { Setting } from '../setting';
import type { Searched } from './searchSide';

/** Measures each letter that is typed into the search over all of Kafka and all shipped notes. */
export async function measureSearch({ root, source, dist, bundles, say }: Setting): Promise<readonly Row[]> {
  const output = await mustRun(process.execPath, [join(bundles, 'searchSide.js'), root, source, dist, bundles], {
    idleSeconds: 600,
  });
  const { keystrokes, longestStep, index, hits } = JSON.parse(output) as Searched;
  if (hits === 0) throw new Error('Nothing was found.');
  say(JSON.stringify({ median: median(keystrokes), longest: Math.max(...keystrokes), longestStep, index }));
  const row = { unit: 'ms', repetitions: keystrokes.length } as const;
  return [
    { ...row, what: 'a letter typed into the search, to its hits, 95 of 100', measured: percentile(keystrokes, 95), limit: 30 },
    { ...row, what: '  the longest step of it, behind which others may run', measured: longestStep, limit: 16 },
    { ...row, what: '  taking in the notes of both languages, once', measured: index, repetitions: 1 },
  ];
}
