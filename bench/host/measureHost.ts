import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from '../../dev/process.mjs';
import type { KafkaReport, Start } from '../inHost/report';
import { kafkaApis } from '../kafkaApis';
import type { Row } from '../report/row';
import { median } from '../report/statistics';
import type { Setting } from '../setting';
import { Host } from './visit';

const windows = 5;
/** The number of bare parses before each window, so that both see the same machine. */
const bareParses = 3;

/** Measures how long a reader waits and how much the editor is slowed down, in a real extension host. */
export async function measureHost(setting: Setting): Promise<readonly Row[]> {
  const host = await Host.start(setting);
  try {
    const elsewhere = join(host.scratch.folder, 'elsewhere');
    await mkdir(elsewhere);
    const [starts, reports, bare]: [Start[], KafkaReport[], BareParse[]] = [[], [], []];
    for (let window = 0; window < windows; window++) {
      for (let run = 0; run < bareParses; run++) bare.push(await parseBare(host.editor.node, setting));
      starts.push((await host.visit(elsewhere, 'activateElsewhere')) as Start);
      reports.push((await host.visit(setting.source, 'readKafka')) as KafkaReport);
      setting.say(JSON.stringify({ bare: bare.slice(-bareParses), start: starts.at(-1), report: reports.at(-1) }));
    }
    return [...openingRows(reports, bare), ...stallRows(reports), ...startRows(starts), ...memoryRows(reports)];
  } finally {
    await host.end();
  }
}

interface BareParse {
  readonly cold: number;
  readonly warm: number;
}

/** Parses a file without the extension, in the same version of Node as the extension host's. */
async function parseBare(node: string, { root, source }: Setting): Promise<BareParse> {
  const output = await mustRun(node, [join(root, 'bench', 'host', 'bareParse.mjs'), join(source, kafkaApis)], { cwd: root });
  return JSON.parse(output) as BareParse;
}

function openingRows(reports: readonly KafkaReport[], bare: readonly BareParse[]): readonly Row[] {
  const row = (what: string, ours: readonly number[], kind: 'cold' | 'warm', limit: number): Row => ({
    what,
    measured: median(ours),
    unit: 'ms',
    against: { what: `bare parse, ${kind}`, measured: median(bare.map((one) => one[kind])) },
    limit,
    repetitions: ours.length,
  });
  const cold = reports.map(({ coldIcons }) => coldIcons);
  const warm = reports.flatMap(({ warmIcons }) => warmIcons);
  const first = reports.slice(1).map(({ firstIcon }) => firstIcon);
  return [
    {
      what: 'the first annotation, from the extension’s start, in a window that is not the first',
      measured: median(first),
      unit: 'ms',
      limit: 300,
      repetitions: first.length,
    },
    row('KafkaApis.scala to all its icons, cold: the extension starts with it', cold, 'cold', 3),
    row('KafkaApis.scala to all its icons, worker warm, file not read before', warm, 'warm', 1.5),
  ];
}

/**
 * Returns the rows of the longest stalls. A limit that protects the editor's own thread applies to computing time; the time by
 * the clock is printed below it.
 */
function stallRows(reports: readonly KafkaReport[]): readonly Row[] {
  const row = rowOf(reports);
  return [
    {
      ...row('longest stall of the host while the tree is read and notes are bound', (one) => one.readingStall.computed),
      limit: 16,
    },
    row('  by the clock, other processes included', (one) => one.readingStall.elapsed),
    row('  the same host idle, for 3 s', (one) => one.idleStall.computed),
    row('  the same host idle, by the clock', (one) => one.idleStall.elapsed),
    row('  start to all files read, all anchors bound', (one) => one.allRead),
  ];
}

function startRows(starts: readonly Start[]): readonly Row[] {
  const row = rowOf(starts);
  return [
    { ...row('activate() on a folder that is not Kafka and has no notes', ({ activate }) => activate.computed), limit: 5 },
    row('  by the clock, other processes included', ({ activate }) => activate.elapsed),
    row('  loading the code before it', ({ load }) => load.computed),
  ];
}

/** Returns a function that makes a row of some windows: the median of what was measured in each, in milliseconds. */
function rowOf<T>(windows: readonly T[]): (what: string, of: (one: T) => number) => Row {
  return (what, of) => ({ what, measured: median(windows.map(of)), unit: 'ms', repetitions: windows.length });
}

function memoryRows(reports: readonly KafkaReport[]): readonly Row[] {
  const grown = (what: string, of: (report: KafkaReport) => readonly [before: number, after: number]): Row => ({
    what,
    measured: median(reports.map((report) => of(report)[1] - of(report)[0])) / 1e6,
    unit: 'MB',
    repetitions: reports.length,
  });
  return [
    { ...grown('heap of the host for the whole table, the notes and all bindings', ({ heap }) => heap), limit: 15 },
    grown('  buffers outside of the heap', ({ buffers }) => buffers),
    grown('  resident memory of its process, workers included', ({ resident }) => resident),
  ];
}
