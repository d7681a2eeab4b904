import { join } from 'node:path';
import { median, medianRatio } from '../report/statistics';
import type { Row } from '../report/row';
import type { Setting } from '../setting';
import { turnsOf } from '../tree/passes';
import { Side } from '../tree/turns';
import { searches, type Trees } from './searches';

const trees = ['one', 'tenTrees', 'tenCopies'] as const satisfies readonly Trees[];
const kinds = ['path', 'name', 'guess'] as const;
/** The number of passes over all searches; the first one warms up. */
const passes = 9;
/** The searches of one turn, which take some milliseconds. */
const turn = 200;

/** The microseconds that a search takes, for each pass, and the symbols that a pass finds. */
interface Searched {
  readonly microseconds: number[];
  found: number;
}

/** Measures finding symbols by path and by name in ten Kafkas, against in one, and in one also the candidates for what is gone. */
export async function measureFinding({ source, dist, bundles, say }: Setting): Promise<readonly Row[]> {
  const sides = trees.map((name) => new Side(join(bundles, 'findSide.js'), [source, dist, bundles, name]));
  const results = kinds.map(() => trees.map((): Searched => ({ microseconds: [], found: 0 })));
  try {
    await Promise.all(sides.map((side) => side.ready()));
    for (let pass = 0; pass <= passes; pass++) {
      for (const [kind, of] of results.entries()) {
        const sums = sides.map(() => 0);
        for (const one of turnsOf({ from: kind * searches, to: (kind + 1) * searches }, turn)) {
          const asked = kinds[kind] === 'guess' ? sides.slice(0, 1) : sides;
          for (const [index, side] of asked.entries()) sums[index] = (sums[index] ?? 0) + (await side.take(one));
        }
        for (const [index, side] of sides.entries()) {
          const searched = of[index];
          if (searched === undefined) continue;
          searched.found = (await side.figures()).found ?? 0;
          if (pass > 0) searched.microseconds.push(((sums[index] ?? NaN) * 1000) / searches);
        }
      }
      say(JSON.stringify({ pass, last: results.map((of) => of.map(({ microseconds }) => microseconds.at(-1))) }));
    }
  } finally {
    for (const side of sides) side.end();
  }
  const [byPath = [], byName = [], guesses = []] = results;
  return [...rowsOf('path', byPath), ...rowsOf('name', byName), ...guesses.slice(0, 1).map(candidatesRow)];
}

function candidatesRow({ microseconds }: Searched): Row {
  return {
    what: 'the candidates for a missing anchor, one table of Kafka (computing)',
    measured: median(microseconds),
    unit: 'µs',
    limit: 50,
    repetitions: microseconds.length,
  };
}

function rowsOf(kind: string, [one, tenTrees, tenCopies]: readonly Searched[]): readonly Row[] {
  if (one === undefined || tenTrees === undefined || tenCopies === undefined) throw new Error('A side is missing.');
  if (tenTrees.found !== one.found || tenCopies.found !== 10 * one.found) throw new Error(`Not all is found by ${kind}.`);
  const row = (what: string, ours: readonly number[], theirs: readonly number[], unit: string): Row => ({
    what,
    measured: median(ours),
    unit: 'µs',
    against: { what: unit, measured: median(theirs) },
    ratio: medianRatio(ours, theirs),
    limit: 1.5,
    repetitions: ours.length,
  });
  const perSymbol = ({ microseconds, found }: Searched): number[] => microseconds.map((time) => (time * searches) / found);
  return [
    row(`a search by ${kind}, ten tables of Kafka in memory (computing)`, tenTrees.microseconds, one.microseconds, 'one table'),
    row(
      `a symbol found by ${kind}, one table of ten copies of Kafka (computing)`,
      perSymbol(tenCopies),
      perSymbol(one),
      'one table of one',
    ),
  ];
}
