import { statSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from '../dev/process.mjs';
import { packageVsix } from '../dev/vsix.mjs';
import type { Row } from './report/row';
import { median, percentile } from './report/statistics';
import type { Setting } from './setting';

/** Measures how much the panel loads before it can show a note, and how soon it follows the cursor in a real editor. */
export async function measurePanel({ root, dist, source, say }: Setting): Promise<readonly Row[]> {
  const script = statSync(join(dist, 'panel', 'panel.js')).size / 1e6;
  await packageVsix();
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const printed = await mustRun(process.execPath, [tsx, join(root, 'test', 'e2e', 'measures', 'panelFollows.ts')], {
    cwd: root,
    env: { KAFKA_NOTES_SOURCE: source },
    idleSeconds: 600,
  });
  type Times = Record<'panel' | 'sent' | 'status' | 'ours', number[]>;
  const both = JSON.parse(printed.trim().split('\n').at(-1) ?? '') as Record<'sameNote' | 'otherNote', Times>;
  say(JSON.stringify(both));
  const { sameNote: times, otherNote } = both;
  const row = { unit: 'ms', repetitions: times.panel.length } as const;
  return [
    { what: "the panel's first script", measured: script, unit: 'MB', limit: 0.15, repetitions: 1 },
    {
      ...row,
      what: 'the panel follows: from the key to the section shown, 95 of 100',
      measured: percentile(times.panel, 95),
      against: { what: "to the line's number in the editor's own status bar", measured: percentile(times.status, 95) },
      limit: 1.6,
    },
    {
      ...row,
      what: '  the same, median',
      measured: median(times.panel),
      against: { what: 'to that number, median', measured: median(times.status) },
    },
    { ...row, what: '  of that, what is ours: extension and page, 95 of 100', measured: percentile(times.ours, 95), limit: 5 },
    { ...row, what: '  the same, median', measured: median(times.ours) },
    {
      ...row,
      what: '  of that, until the editor sends the cursor’s place to its extensions, 95 of 100',
      measured: percentile(times.sent, 95),
    },
    { ...row, what: '  the same, median', measured: median(times.sent) },
    {
      ...row,
      what: 'the panel follows into another note: from the key to its section, 95 of 100',
      measured: percentile(otherNote.panel, 95),
      against: { what: "to the line's number in the editor's own status bar", measured: percentile(otherNote.status, 95) },
    },
    { ...row, what: '  the same, median', measured: median(otherNote.panel) },
    { ...row, what: '  of that, what is ours: extension and page, median', measured: median(otherNote.ours) },
  ];
}
