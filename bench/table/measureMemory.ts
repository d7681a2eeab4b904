import { join } from 'node:path';
import { nameOfCopy, withCopies } from '../copies';
import { median } from '../report/statistics';
import type { Row } from '../report/row';
import type { Setting } from '../setting';
import { Side } from '../tree/turns';
import { listSources } from '../kafka';
import { figure, readInTurns, type Read } from './readInTurns';

/** The number of processes. */
const runs = 3;

/**
 * Measures the memory that the table of the whole tree takes in the host, and that of the worker that parsed every file of it.
 */
export function measureMemory({ source, dist, bundles, say }: Setting): Promise<readonly Row[]> {
  return withCopies(source, 1, async (folder) => {
    const root = join(folder, nameOfCopy(0));
    const count = (await listSources(root)).length;
    const reads: Read[] = [];
    while (reads.length < runs) {
      reads.push(...(await readInTurns([new Side(join(bundles, 'readSide.js'), [root, dist, bundles])], [count])));
      say(JSON.stringify(reads.at(-1)));
    }
    const row = (what: string, of: (read: Read) => number): Row => {
      return { what, measured: median(reads.map(of)), unit: 'MB', repetitions: reads.length };
    };
    return [
      { ...row(`heap of the host for the table of ${count} files, buffers included`, figure('host')), limit: 15 },
      { ...row('heap of the worker that parsed them all, its parsers’ memory included', figure('worker')), limit: 60 },
      row('  of that the parsers’ (WebAssembly)', figure('parsers')),
      row('  growth of the process’s resident memory', figure('resident')),
    ];
  });
}
