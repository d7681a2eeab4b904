/**
 * Finds symbols in tables that are all read: `findSide.js ROOT DIST BUNDLES TREES`. TREES is `one`; `tenTrees`, ten tables, where
 * each search goes to the next one; or `tenCopies`, a table of a tree with ten copies of ROOT. The first {@link searches} numbers
 * of a turn are paths, the next ones names, the last ones anchors that are `missing`, for which candidates are looked for; all
 * trees are asked for the same. Its figures are the symbols found in the turns since the last figures.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createSymbolTable } from '../../src/core/symbols/createSymbolTable';
import { symbolCandidates } from '../../src/core/bindings/candidates';
import type { SymbolAnchor } from '../../src/core/bindings/symbolPath';
import type { PackedFile } from '../../src/core/symbols/packedOutline';
import type { SymbolTable } from '../../src/core/symbols/symbolTable';
import { nameOfCopy } from '../copies';
import { listSources } from '../kafka';
import { takeTurns } from '../tree/turns';
import { OutlineWorker } from '../worker/outlineWorker';
import { searches, type Trees } from './searches';

const ten = Array.from({ length: 10 }, (_, copy) => nameOfCopy(copy));

async function read(root: string, dist: string, bundles: string): Promise<readonly PackedFile[]> {
  const worker = new OutlineWorker(dist, bundles);
  const requests = (await listSources(root)).map((file) => ({ file, uri: pathToFileURL(join(root, file)).href }));
  const readings = await worker.outline(requests);
  await worker.end();
  return readings;
}

function tableOf(readings: readonly PackedFile[]): SymbolTable {
  const table = createSymbolTable(readings.map(({ file }) => file));
  // Each tree has readings of its own, as they come from a worker.
  for (const reading of readings) table.set(structuredClone(reading));
  return table;
}

function tablesOf(trees: Trees, readings: readonly PackedFile[]): readonly SymbolTable[] {
  switch (trees) {
    case 'one':
      return [tableOf(readings)];
    case 'tenTrees':
      return ten.map(() => tableOf(readings));
    case 'tenCopies':
      return [tableOf(ten.flatMap((folder) => readings.map((reading) => ({ ...reading, file: `${folder}/${reading.file}` }))))];
    default:
      return trees satisfies never;
  }
}

/**
 * Returns so many of the values, spread evenly over their sorted order, in an order in which neighbours have nothing in common.
 */
function sample(values: ReadonlySet<string>): readonly string[] {
  const sorted = [...values].sort();
  // A prime has no common divisor with the number of values, unless that is a multiple of it.
  const step = 7919;
  return Array.from({ length: searches }, (_, index) => sorted[(index * step) % sorted.length] ?? '');
}

/** Makes a `missing` anchor out of each path: its last name is too long, or lacks a letter. */
function missingAnchors(paths: readonly string[]): readonly SymbolAnchor[] {
  return paths.map((path, index) => {
    const [type = '', member] = (index % 2 === 0 ? `${path}Gone` : path.slice(0, -1)).split('#');
    return { kind: 'symbol', type, ...(member !== undefined && { member }) };
  });
}

async function main([root = '', dist = '', bundles = '', trees = '']: readonly string[]): Promise<void> {
  const readings = await read(root, dist, bundles);
  const tables = tablesOf(trees as Trees, readings);
  const whole = tableOf(readings);
  const symbols = [...whole.files].flatMap((file) => whole.outline(file)?.symbols ?? []);
  const paths = sample(new Set(symbols.map(({ path }) => path)));
  const names = sample(new Set(symbols.map(({ name }) => name)));
  const anchors = missingAnchors(paths);
  const find = (index: number, table: SymbolTable): readonly unknown[] => {
    if (index < searches) return table.byPath(paths[index] ?? '');
    if (index < 2 * searches) return table.byName(names[index - searches] ?? '');
    const anchor = anchors[index - 2 * searches];
    return anchor === undefined ? [] : symbolCandidates(anchor, table);
  };
  let found = 0;
  takeTurns(
    ({ from, to }) => {
      const before = process.cpuUsage();
      for (let index = from; index < to; index++) {
        const table = tables[index % tables.length];
        if (table !== undefined) found += find(index, table).length;
      }
      // This is the time that was computed, the garbage collector included, because the trees' turns are too different in length
      // for the clock.
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    },
    () => {
      const figures = { found };
      found = 0;
      return figures;
    },
  );
}

void main(process.argv.slice(2));
