/** Measures what has to be fast, each against something, and prints the medians. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureKafkaSource, kafkaFolder } from '../dev/kafkaSource.mjs';
import { ensureOutlineTable } from '../dev/outlineTable.mjs';
import { bundlePrograms } from './bundle';
import { measureFinding } from './find/measureFinding';
import { measureHost } from './host/measureHost';
import { measureReader } from './host/measureReader';
import { measureOpening } from './open/measureOpening';
import { measureNotes } from './notes/measureNotes';
import { measurePackage } from './packageSize';
import { measurePanel } from './panel';
import { formatMachine, thisMachine } from './report/machine';
import { formatBlock, withBlock } from './report/readme';
import { isOver, judged, type Row } from './report/row';
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
 * What can be measured, in the order in which it is. To add something: a function from the {@link Setting} to its rows in a
 * file of its own, and a line here. A program that it runs in a process or thread of its own also takes a line in bundle.ts.
 * What is compared takes turns (tree/turns.ts, tree/passes.ts), so that a busy machine hits both sides alike.
 */
const measurements: Readonly<Record<string, (setting: Setting) => Promise<readonly Row[]>>> = {
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
};

const help = `Usage: npm run bench [-- [--json] [--readme] [--verbose] [NAME...]]

Measures everything, or what is named: ${Object.keys(measurements).join(', ')}.
  --json     prints JSON instead of a table
  --readme   also writes the table into README.md, in place of the one there
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
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(measurements)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    console.error(`measuring: ${name}`);
    rows.push(...(await measure(setting)));
  }
  if (values.json === true) {
    console.log(
      JSON.stringify({ machine, rows: rows.map((row) => ({ ...row, judged: judged(row), over: isOver(row) })) }, undefined, 2),
    );
  } else console.log(`\n${formatMachine(machine)}\n\n${formatTable(rows)}`);
  if (values.readme === true) await writeReadme(join(root, 'README.md'), formatBlock(machine, rows));
  if (rows.some(isOver)) process.exitCode = 1;
}

async function writeReadme(path: string, block: string): Promise<void> {
  writeFileSync(path, await withBlock(readFileSync(path, 'utf8'), block, path));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
