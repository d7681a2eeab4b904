import { join } from 'node:path';
import { mustRun } from '../dev/process.mjs';
import { packageVsix } from '../dev/vsix.mjs';
import type { Row } from './report/row';
import { median } from './report/statistics';
import type { Setting } from './setting';

type Times = Record<'plain' | 'pasted' | 'excerpts', { readonly text: number[]; readonly code: number[] }>;

/** Measures how much longer a note takes to open in a real editor when it shows 40 pieces of the reader's own source. */
export async function measureExcerpts({ root, source, say }: Setting): Promise<readonly Row[]> {
  await packageVsix();
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const printed = await mustRun(process.execPath, [tsx, join(root, 'test', 'e2e', 'measures', 'excerptsOpen.ts')], {
    cwd: root,
    env: { KAFKA_NOTES_SOURCE: source },
    idleSeconds: 600,
  });
  const { plain, pasted, excerpts } = JSON.parse(printed.trim().split('\n').at(-1) ?? '') as Times;
  say(JSON.stringify({ plain, pasted, excerpts }));
  const repetitions = excerpts.text.length;
  return [
    {
      what: 'a note with 40 excerpts, from the click to its text',
      measured: median(excerpts.text),
      unit: 'ms',
      against: { what: 'the same without', measured: median(plain.text) },
      limit: 1.2,
      repetitions,
    },
    {
      what: '  from the click to all of its code',
      measured: median(excerpts.code),
      unit: 'ms',
      against: { what: 'as much code pasted', measured: median(pasted.code) },
      repetitions,
    },
  ];
}
