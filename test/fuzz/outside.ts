import { assert } from 'chai';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { isDiskError, SourceError } from '../../src/source/sourceError';

/** A folder to unpack into, with files around it that nobody may touch. */
export interface Yard {
  readonly root: string;
  readonly archive: string;
  readonly tree: string;
}

const canary = 'canary';
const alive = 'alive';

/**
 * Unpacks an archive in a folder of its own, and throws unless it stays inside and fails as it is declared. `most` files may be there
 * afterwards.
 */
export async function checkUnpacking(
  bytes: (yard: Yard) => Uint8Array,
  unpack: (yard: Yard) => Promise<unknown>,
  most: number,
): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'kafka-notes-fuzz-'));
  try {
    const inner = join(root, 'in');
    const yard = { root, archive: join(inner, 'archive'), tree: join(inner, 'tree') };
    mkdirSync(yard.tree, { recursive: true });
    for (const folder of [root, inner]) writeFileSync(join(folder, canary), alive);
    writeFileSync(yard.archive, bytes(yard));
    const error = await outcomeOf(unpack(yard));
    if (error !== undefined)
      assert.isTrue(
        (error instanceof SourceError && error.code === 'broken') || isDiskError(error),
        error instanceof Error ? error.message : 'no error',
      );
    assert.deepEqual(readdirSync(root).sort(), [canary, 'in']);
    assert.deepEqual(readdirSync(inner).sort(), ['archive', canary, 'tree']);
    for (const folder of [root, inner]) {
      assert.equal(readFileSync(join(folder, canary), 'utf8'), alive);
      assert.equal(lstatSync(join(folder, canary)).nlink, 1, 'a link leads to a file outside');
    }
    assert.isAtMost(countFiles(yard.tree, realpathSync(yard.tree)), most, 'the files that are unpacked');
  } finally {
    // Writes under way when the unpacking ended may still add a file: the product removes its folder by the same retries.
    rmSync(root, { recursive: true, maxRetries: 5 });
  }
}

/** The milliseconds after which small work that has not ended is taken for work that never ends. */
const patience = 5000;

/** Returns the error that work ends with. Rejects where the error is thrown past everybody, or where there is no end. */
async function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise((_, reject) => (fail = reject));
  const timer = setTimeout(() => fail(new Error('it does not end')), patience);
  process.on('uncaughtException', fail);
  const ended = work.then(
    () => undefined,
    (error: unknown) => error,
  );
  try {
    const error = await Promise.race([ended, failed]);
    // Errors of streams come after a turn.
    const turns = new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    await Promise.race([turns, failed]);
    return error;
  } finally {
    clearTimeout(timer);
    process.off('uncaughtException', fail);
  }
}

/** Counts the files under a folder, and throws where one of them leads out of `tree`. */
function countFiles(folder: string, tree: string): number {
  let count = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) assertInside(path, tree);
    count += entry.isDirectory() ? countFiles(path, tree) : 1;
  }
  return count;
}

function assertInside(link: string, tree: string): void {
  let end: string;
  try {
    end = realpathSync(link);
  } catch {
    // It leads nowhere, or round and round.
    return;
  }
  assert.isTrue(end === tree || end.startsWith(tree + sep), 'a link leads out of the tree');
}
