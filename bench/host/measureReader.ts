import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hovers, HoverTime, PeerStarts } from '../inHost/report';
import type { Row } from '../report/row';
import { median, percentile } from '../report/statistics';
import type { Setting } from '../setting';
import { Host } from './visit';

const windows = 5;

/** Measures what a reader notices in a real extension host: how soon the extension has started, and how soon a hover answers. */
export async function measureReader(setting: Setting): Promise<readonly Row[]> {
  const host = await Host.start(setting);
  try {
    const elsewhere = join(host.scratch.folder, 'elsewhere');
    await mkdir(elsewhere);
    const starts: PeerStarts[] = [];
    while (starts.length < windows) starts.push((await host.visit(elsewhere, 'activatePeers')) as PeerStarts);
    const hovers = (await host.visit(setting.source, 'hoverKafka')) as Hovers;
    setting.say(JSON.stringify({ starts, hovers }));
    if (hovers.answered === 0) throw new Error('No hover answered on any name.');
    return [startRow(starts), ...hoverRows(hovers)];
  } finally {
    await host.end();
  }
}

function startRow(starts: readonly PeerStarts[]): Row {
  return {
    what: 'the editor starts the extension on a folder that is not Kafka',
    measured: median(starts.map(({ ours }) => ours.elapsed)),
    unit: 'ms',
    against: { what: 'its own Markdown extension', measured: median(starts.map(({ markdown }) => markdown.elapsed)) },
    limit: 1,
    repetitions: starts.length,
  };
}

function hoverRows({ declarations, names }: Hovers): readonly Row[] {
  const rows = (what: string, times: readonly HoverTime[]): Row[] => {
    const row = { unit: 'ms', repetitions: times.length } as const;
    const [inHost, inEditor] = [times.map((time) => time.inHost), times.map((time) => time.inEditor)];
    return [
      { ...row, what: `${what}, in the host, 95 of 100`, measured: percentile(inHost, 95), limit: 10 },
      { ...row, what: '  the same, median', measured: median(inHost) },
      { ...row, what: '  from asking the editor to its answer, median', measured: median(inEditor) },
    ];
  };
  return [...rows('hover at an annotated declaration', declarations), ...rows('hover at any name', names)];
}
