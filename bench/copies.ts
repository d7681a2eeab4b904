import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listSources } from './kafka';

/**
 * Makes a folder with so many copies of a source tree, `copy-0`, `copy-1` …, for as long as `work` takes. Behind the last line of
 * a file each copy has another number of line ends, so that no file is known from the package, from a store or from another copy.
 */
export async function withCopies<T>(source: string, count: number, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-notes-bench-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  // The copies are removed also when the bench is interrupted.
  process.on('exit', remove);
  try {
    for (const file of await listSources(source)) {
      const bytes = readFileSync(join(source, file));
      for (let copy = 0; copy < count; copy++) {
        const path = join(folder, nameOfCopy(copy), file);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, Buffer.concat([bytes, Buffer.from('\n'.repeat(copy + 1))]));
      }
    }
    return await work(folder);
  } finally {
    remove();
    process.off('exit', remove);
  }
}

export function nameOfCopy(copy: number): string {
  return `copy-${copy}`;
}
