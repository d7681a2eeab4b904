import { Lifetime } from '../lifetime';
import type { FileIndexer } from './sourceIndexer';

/** Milliseconds after which an indexer that has not answered is late: it has a file that takes long. */
export const lateAfter = 100;
/** The same of one that is starting. */
const lateStart = 1000;

/** One indexer of the pool and what it is doing. A warm one gets work while it does the last, so that it need not wait. */
export class IndexingLane extends Lifetime {
  private readonly pace: Pace;
  private running = 0;
  private answered = 0;
  /** By `performance.now()`: when it began with what it is doing, or ended what it did. */
  private since = performance.now();

  constructor(private readonly indexer: FileIndexer) {
    super();
    this.pace = new Pace(() => indexer.asksHost?.() === true);
    this.register({ dispose: () => indexer.dispose?.() });
  }

  /** How many pieces of work it has. */
  get load(): number {
    return this.running;
  }

  /** How many pieces of work it has done. */
  get answers(): number {
    return this.answered;
  }

  /** Milliseconds that a file takes; undefined while it has indexed none. */
  get perFile(): number | undefined {
    return this.pace.perFile;
  }

  /** How many files it should get at once. */
  get files(): number {
    return this.pace.files;
  }

  /** By `performance.now()`: since when there is nothing to do; undefined while there is. */
  get idleSince(): number | undefined {
    return this.running === 0 ? this.since : undefined;
  }

  get isLate(): boolean {
    const patience = this.perFile === undefined ? lateStart : lateAfter;
    return this.running > 0 && performance.now() - this.since > patience;
  }

  get isFree(): boolean {
    const isWarm = this.perFile !== undefined && !this.isLate;
    return this.running < (isWarm ? 2 : 1);
  }

  /** `files`: how many are indexed, where the time tells how long one takes; 0 for other work. Rejects where the indexer was given up. */
  async run<T>(files: number, work: (indexer: FileIndexer) => Promise<T>): Promise<T> {
    if (this.running === 0) this.since = performance.now();
    this.running++;
    try {
      const answer = await work(this.indexer);
      if (files > 0) this.pace.measured(files, performance.now() - this.since);
      this.answered++;
      return answer;
    } finally {
      this.since = performance.now();
      this.running--;
    }
  }
}

/** Milliseconds of an indexer's time that a batch is to take: with the next one behind it, something urgent waits for two. */
const aim = 8;
/** Files that a warm indexer gets at least: with fewer, it and its host only wait for each other on a busy machine. */
const fewest = 4;
/** The same where it asks its host for them: they come at the same time, and each takes its time. */
const fewestThroughHost = 16;
const most = 64;
/** How much the last batch counts against those before. */
const weight = 0.4;

/** How many files one indexer is given at once, by how long it took for the last ones: few while it is cold. */
class Pace {
  private average: number | undefined;
  private last = 1;

  /** `asksHost`: whether the indexer asks its host for the files. */
  constructor(private readonly asksHost: () => boolean) {}

  /** Milliseconds a file; undefined while none is indexed. */
  get perFile(): number | undefined {
    return this.average;
  }

  /** The number of files for the next batch. */
  get files(): number {
    if (this.average === undefined) return 1;
    const wanted = Math.max(Math.round(aim / this.average), this.asksHost() ? fewestThroughHost : fewest);
    return Math.min(wanted, 2 * this.last, most);
  }

  measured(files: number, milliseconds: number): void {
    const now = milliseconds / files;
    this.average = this.average === undefined ? now : this.average + (now - this.average) * weight;
    this.last = files;
  }
}
