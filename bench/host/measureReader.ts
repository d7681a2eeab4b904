import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hovers, PeerStarts } from '../inHost/report';
import type { Row } from '../report/row';
import { median, percentile } from '../report/statistics';
import type { Setting } from '../setting';
import { Host } from './visit';

const windows = 5;

/** What a reader notices in a real extension host: how soon it has started, and how soon a hover answers. */
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

/** The question's way from the host to the window and back is in it. */
function hoverRows({ declarations, names }: Hovers): readonly Row[] {
  const row = (what: string, times: readonly number[]): Row => ({
    what: `${what}, 95 of 100`,
    measured: percentile(times, 95),
    unit: 'ms',
    limit: 10,
    repetitions: times.length,
  });
  return [row('hover at an annotated declaration', declarations), row('hover at any name', names)];
}
