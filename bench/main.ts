/** Measures the things that have to be fast, each against something, and prints the medians. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureKafkaSource, kafkaFolder } from '../dev/kafkaSource.mjs';
import { ensureOutlineTable } from '../dev/outlineTable.mjs';
import { bundlePrograms } from './bundle';
import { measureExcerpts } from './excerpts';
import { measureFinding } from './find/measureFinding';
import { measureHost } from './host/measureHost';
import { measureReader } from './host/measureReader';
import { measureOpening } from './open/measureOpening';
import { measureAll, type Measured, type Measurement } from './measureAll';
import { measureNotes } from './notes/measureNotes';
import { measurePackage } from './packageSize';
import { measurePanel } from './panel';
import { formatMachine, thisMachine, type Machine } from './report/machine';
import { headlinesOf } from './report/headlines';
import { formatBlock, withBlock } from './report/markdown';
import { isOver, judged } from './report/row';
import { formatTable } from './report/table';
import type { Setting } from './setting';
import { measureCopies } from './table/measureCopies';
import { measureMemory } from './table/measureMemory';
import { measurePool } from './tree/pool';
import { measureSearch } from './search/measureSearch';
import { measureStored } from './tree/stored';
import { measureWholeTree } from './tree/wholeTree';
import { measureReadings } from './typing/measureReadings';
import { measureTyping } from './typing/measureTyping';

/**
 * The measurements, in the order in which they are taken. To add one, write a function from the {@link Setting} to its rows in a
 * file of its own, and a line here. A program that it runs in a process or thread of its own also takes a line in bundle.ts.
 * Sides that are compared take turns (tree/turns.ts, tree/passes.ts), so that a busy machine hits both alike.
 */
const measurements: Readonly<Record<string, Measurement>> = {
  host: measureHost,
  reader: measureReader,
  tree: measureWholeTree,
  pool: measurePool,
  open: measureOpening,
  typing: measureTyping,
  readings: measureReadings,
  stored: measureStored,
  memory: measureMemory,
  copies: measureCopies,
  find: measureFinding,
  search: measureSearch,
  notes: measureNotes,
  package: measurePackage,
  panel: measurePanel,
  excerpts: measureExcerpts,
};

const help = `Usage: npm run bench [-- [--json] [--readme] [--verbose] [NAME...]]

Measures everything, or what is named: ${Object.keys(measurements).join(', ')}.
  --json     prints JSON instead of a table
  --readme   also writes the table into docs/performance.md and the rows that matter most into README.md, in place of those there
  --verbose  prints every repetition too

Exit code 0 where all limits are kept, 1 where one is not, 2 where something could not be measured.`;

async function main(): Promise<void> {
  const flag = { type: 'boolean' } as const;
  const options = { help: flag, json: flag, readme: flag, verbose: flag };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help === true) return console.log(help);
  const unknown = positionals.filter((name) => !(name in measurements));
  if (unknown.length > 0) throw new Error(`There is no measurement ${unknown.join(', ')}.\n\n${help}`);
  await ensureKafkaSource(kafkaFolder);
  await ensureOutlineTable();
  const root = dirname(__dirname);
  const setting: Setting = {
    root,
    dist: join(root, 'dist'),
    source: kafkaFolder,
    bundles: join(root, 'test-output', 'bench'),
    say: (line) => values.verbose === true && console.error(`  ${line}`),
  };
  await bundlePrograms(root, setting.bundles);

  const machine = thisMachine();
  const chosen =
    positionals.length === 0 ? measurements : Object.fromEntries(positionals.map((name) => [name, measurements[name]!]));
  const measured = await measureAll(chosen, setting, console.error);
  if (values.json === true) {
    const rows = measured.rows.map((row) => ({ ...row, judged: judged(row), over: isOver(row) }));
    console.log(JSON.stringify({ machine, ...measured, rows }, undefined, 2));
  } else console.log(`\n${formatMachine(machine)}\n\n${formatTable(measured.rows)}`);
  if (measured.rows.some(isOver)) process.exitCode = 1;
  if (measured.unmeasured.length > 0) process.exitCode = 2;
  for (const { name, why } of measured.unmeasured) console.error(`\nNot measured: ${name}. ${why}`);
  if (values.readme === true) await writeTables(root, machine, measured, positionals.length === 0);
}

/** Writes the table into the documents. The table of an incomplete run would delete the rows that it lacks. */
async function writeTables(root: string, machine: Machine, { rows, unmeasured }: Measured, isWhole: boolean): Promise<void> {
  if (!isWhole || unmeasured.length > 0) throw new Error('\n--readme writes nothing: not everything was measured.');
  for (const [name, shown] of [
    ['docs/performance.md', rows],
    ['README.md', headlinesOf(rows)],
  ] as const) {
    const path = join(root, name);
    writeFileSync(path, await withBlock(readFileSync(path, 'utf8'), formatBlock(machine, shown), path));
  }
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  })
  // A measurement that has failed may have left a process that waits for its next turn.
  .finally(() => process.exit());
