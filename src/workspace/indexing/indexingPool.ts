import { Later, Lifetime, Slot } from '../lifetime';
import type { IndexingQueue, Offer, Work } from './indexingQueue';
import type { Crashes, FileIndexer } from './sourceIndexer';

/** The largest number of workers that helps: the host has to take in all that they answer. */
export const mostWorkers = 4;
/** Milliseconds of work, shared by the indexers there are, for which it pays to start another one. */
const worthAnother = 400;
/** The number of answers that tell how long the rest will take. */
const trial = 4;
/** Milliseconds without work after which all indexers but one end: what they have in memory is much. */
const defaultPatience = 15_000;

/** A piece of work, and the indexer that is to do it now. */
export interface Assignment {
  readonly lane: IndexingLane;
  readonly work: Work;
}

/**
 * Holds as many indexers of source as help. Each one that is free gets the most urgent work, so that nothing waits longer than
 * what the quickest of them is doing. The first starts with the first work, others when there is much.
 */
export class IndexingPool extends Lifetime {
  private lanes: readonly IndexingLane[] = [];
  private readonly crashes: Crashes = new Map();
  private most: number;
  private readonly ending = this.register(new Slot<Later>());

  /**
   * `wanted` is the largest number of indexers at the same time. `patience` is the time in milliseconds without work after
   * which all but one end.
   */
  constructor(
    private readonly createIndexer: (crashes: Crashes) => FileIndexer,
    private readonly wanted: number,
    private readonly patience = defaultPatience,
  ) {
    super();
    this.most = wanted;
  }

  /** The number of indexers. */
  get size(): number {
    return this.lanes.length;
  }

  /** Tells whether an indexer is doing something. */
  get isBusy(): boolean {
    return this.lanes.some(({ load }) => load > 0);
  }

  /** Tells whether there may be more indexers than there are. */
  get canGrow(): boolean {
    return this.lanes.length < this.most;
  }

  /**
   * Returns the most urgent work of a queue, for an indexer that is free, or that starts because it helps; undefined where there is
   * none. Whoever asks must run the work in the lane before he asks again. With `onlyAwaited`, nobody has time for other answers.
   */
  assign(queue: IndexingQueue, onlyAwaited: boolean): Assignment | undefined {
    if (this.isDisposed) return undefined;
    const [first] = this.lanes;
    const isFirstLate = first?.isLate ?? true;
    const take = (lane: IndexingLane | undefined, offer: Pick<Offer, 'files' | 'isIdle'>): Work | undefined =>
      queue.next({ ...offer, isFirst: isFirstLate || lane === first, onlyAwaited });
    const free = this.lanes.filter(({ isFree }) => isFree).sort((a, b) => a.load - b.load);
    for (const lane of free) {
      const work = take(lane, { files: lane.files, isIdle: lane.load === 0 });
      if (work !== undefined) return { lane, work };
    }
    if (!this.wantsAnother(queue)) return undefined;
    const work = take(undefined, { files: 1, isIdle: true });
    return work && { lane: this.open(), work };
  }

  /** Ends an indexer that was given up. Where others work, this machine has no place for one more. */
  close(lane: IndexingLane): void {
    this.end(lane);
    this.most = Math.max(1, this.lanes.length);
  }

  /** Allows, after all indexers were given up, as many as at first, and tries files again that killed one. */
  retry(): void {
    this.most = this.wanted;
    this.crashes.clear();
  }

  override dispose(): void {
    for (const lane of this.lanes) lane.dispose();
    this.lanes = [];
    super.dispose();
  }

  private open(): IndexingLane {
    const lane = new IndexingLane(this.createIndexer(this.crashes));
    this.lanes = [...this.lanes, lane];
    if (this.lanes.length > 1) this.ending.value ??= new Later(this.patience, () => this.endIdle());
    return lane;
  }

  private wantsAnother(queue: IndexingQueue): boolean {
    if (this.lanes.length === 0) return true;
    if (!this.canGrow) return false;
    if (queue.isUrgent && this.lanes.every(({ isLate }) => isLate)) return true;
    const paces = this.lanes.map(({ perFile }) => perFile);
    const answers = this.lanes.reduce((sum, lane) => sum + lane.answers, 0);
    if (answers < trial || paces.includes(undefined)) return false;
    const files = paces.reduce<number>((sum, perFile) => sum + 1 / (perFile ?? 1), 0);
    return queue.remaining / files > worthAnother;
  }

  private end(lane: IndexingLane): void {
    this.lanes = this.lanes.filter((one) => one !== lane);
    lane.dispose();
  }

  private endIdle(): void {
    const before = performance.now() - this.patience;
    for (const lane of this.lanes.slice(1)) if ((lane.idleSince ?? Infinity) <= before) this.end(lane);
    this.ending.value = this.lanes.length > 1 ? new Later(this.patience, () => this.endIdle()) : undefined;
  }
}

/** Milliseconds after which an indexer that has not answered is late: it has a file that takes long. */
export const lateAfter = 100;
/** The same time for one that is starting. */
const lateStart = 1000;

/** One indexer of the pool and what it is doing. A warm one gets work while it does the last, so that it need not wait. */
export class IndexingLane extends Lifetime {
  private readonly pace: Pace;
  private running = 0;
  private answered = 0;
  /** The time, by `performance.now()`, at which it began with what it is doing, or ended what it did. */
  private since = performance.now();

  constructor(private readonly indexer: FileIndexer) {
    super();
    this.pace = new Pace(() => indexer.asksHost?.() === true);
    this.register({ dispose: () => indexer.dispose?.() });
  }

  /** The number of pieces of work that it has now. */
  get load(): number {
    return this.running;
  }

  /** The number of pieces of work that it has done. */
  get answers(): number {
    return this.answered;
  }

  /** Milliseconds that a file takes; undefined while it has indexed none. */
  get perFile(): number | undefined {
    return this.pace.perFile;
  }

  /** The number of files that it should get at once. */
  get files(): number {
    return this.pace.files;
  }

  /** The time, by `performance.now()`, since which there is nothing to do; undefined while there is. */
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

  /**
   * Runs a piece of work. `files` is the number of files that are indexed, if the time tells how long one takes, and 0 for
   * other work. Rejects where the indexer was given up.
   */
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
/** The same for one that asks its host for the files, which then come at the same time. */
const fewestThroughHost = 16;
const most = 64;
/** The weight of the last batch against those before, from 0 to 1. */
const weight = 0.4;

/** Tells how many files one indexer is given at once, by the time that it took for the last ones: few while it is cold. */
class Pace {
  private average: number | undefined;
  private last = 1;

  /** `asksHost` tells whether the indexer asks its host for the files. */
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
