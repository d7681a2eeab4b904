/**
 * Reads whole trees into tables by the extension's own pool of the built workers: `poolSide.js FOLDER DIST`. Each turn is the next
 * of the copies of a tree in the folder, for workers know what they have parsed before.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createSymbolTable, type MutableSymbolTable } from '../../src/core/symbols/createSymbolTable';
import type { PackedFile } from '../../src/core/symbols/packedOutline';
import { Intake } from '../../src/workspace/indexing/intake';
import type { Job } from '../../src/workspace/indexing/indexingLane';
import type { Demand, Offer } from '../../src/workspace/indexing/indexingPool';
import { createIndexingPool } from '../../src/workspace/indexing/createIndexingPool';
import { startWorker } from '../../src/extension/nodeWorker';
import { nameOfCopy } from '../copies';
import { listSources } from '../kafka';
import { host } from '../worker/outlineWorker';
import { takeTurns } from './turns';

/** Files that are taken in at once, as in the extension. */
const atOnce = 8;

/** All files of one tree, in the order of their paths. */
class WholeTree implements Demand {
  readonly isUrgent = false;
  private readonly table: MutableSymbolTable;
  private readonly rest: string[];
  private readonly intake = new Intake<PackedFile>(
    atOnce,
    (readings) => readings.forEach((reading) => this.table.set(reading)),
    () => this.look(),
  );
  private end: (() => void) | undefined;
  private fail: ((why: Error) => void) | undefined;
  /** Until all are in the table. */
  readonly done = new Promise<void>((resolve, reject) => {
    this.end = resolve;
    this.fail = reject;
  });

  constructor(
    private readonly root: string,
    files: readonly string[],
  ) {
    this.table = createSymbolTable(files);
    this.rest = files.toReversed();
  }

  get remaining(): number {
    return this.rest.length;
  }

  next({ files: most }: Offer): Job | undefined {
    const files = this.rest.splice(-most).reverse();
    if (files.length === 0) return undefined;
    const requests = files.map((file) => ({ file, uri: pathToFileURL(join(this.root, file)).href }));
    return {
      files: files.length,
      run: async (reader) => this.intake.add(await reader.outline(requests)),
      putBack: () => this.rest.push(...files.reverse()),
    };
  }

  giveUp(why: string): void {
    this.fail?.(new Error(why));
  }

  private look(): void {
    if (!this.table.complete) return;
    const [unread] = this.table.unindexed();
    if (unread === undefined) this.end?.();
    else this.giveUp(`${unread[0]} is not read: ${unread[1]}`);
  }
}

/** What there is to do now. */
class Work implements Demand {
  tree: WholeTree | undefined;
  readonly isUrgent = false;

  get remaining(): number {
    return this.tree?.remaining ?? 0;
  }

  next(offer: Offer): Job | undefined {
    return this.tree?.next(offer);
  }

  giveUp(why: string): void {
    this.tree?.giveUp(why);
  }
}

async function main([folder = '', dist = '']: readonly string[]): Promise<void> {
  const work = new Work();
  const means = {
    create: () => Promise.resolve(startWorker(join(dist, 'worker.js'))),
    calls: host,
    parallelism: availableParallelism(),
  };
  const quiet = { info: () => undefined, warn: console.error, error: console.error };
  const pool = createIndexingPool(means, quiet, work);
  let copy = 0;
  const files = await listSources(join(folder, nameOfCopy(copy)));
  takeTurns(async () => {
    work.tree = new WholeTree(join(folder, nameOfCopy(copy++)), files);
    pool.feed();
    await work.tree.done;
  });
}

void main(process.argv.slice(2));
