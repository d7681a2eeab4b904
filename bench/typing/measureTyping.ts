import { join } from 'node:path';
import { mustRun } from '../../dev/process.mjs';
import type { Row } from '../report/row';
import { median, percentile } from '../report/statistics';
import type { Setting } from '../setting';
import type { Typed } from './keystrokes';

/** Measures keystrokes in the largest file of the broker, through the worker, against a parse of the whole file. */
export async function measureTyping({ source, dist, bundles, say }: Setting): Promise<readonly Row[]> {
  const output = await mustRun(process.execPath, [join(bundles, 'keystrokes.js'), source, dist, bundles], { idleSeconds: 600 });
  const { keystrokes, parses } = JSON.parse(output) as Typed;
  const all = keystrokes.map(({ milliseconds }) => milliseconds);
  for (const where of new Set(keystrokes.map((one) => one.where))) {
    const some = keystrokes.filter((one) => one.where === where).map(({ milliseconds }) => milliseconds);
    say(
      JSON.stringify({
        where,
        keystrokes: some.length,
        median: median(some),
        p95: percentile(some, 95),
        longest: Math.max(...some),
      }),
    );
  }
  const against = { what: 'a parse of all of it', measured: median(parses) };
  const row = { unit: 'ms', against, repetitions: all.length } as const;
  return [
    { ...row, what: 'a keystroke in KafkaApis.scala to its outline, p95', measured: percentile(all, 95), limit: 0.2 },
    { ...row, what: 'the same, median', measured: median(all) },
  ];
}
