import { Lifetime } from '../lifetime';
import { lateAfter, IndexingLane, type Job } from './indexingLane';
import type { Crashes, SourceIndexer } from './sourceIndexer';

/** More do not help: the host has to take in what they answer. */
export const mostWorkers = 4;
/** Milliseconds of work, shared by the workers there are, for which it pays to start another one. */
const worthAnother = 400;
/** Milliseconds of one worker's work that tell how long the rest will take. */
const trial = 4;
/** Milliseconds without work after which all workers but one end: what they have in memory is much. */
const defaultPatience = 15_000;

/** What a worker that is free can do. */
export interface Offer {
  /** How many files that nobody waits for it should take at once. */
  readonly files: number;
  /** Whether it begins at once. Else it first ends what it is doing, which may take long: nothing that is urgent goes there. */
  readonly isIdle: boolean;
  /** Whether it is the one that keeps the trees of what is typed in. */
  readonly isFirst: boolean;
}

/** Who knows what there is to do. */
export interface Demand {
  /** The most urgent work; undefined where there is none for this worker. */
  next(offer: Offer): Job | undefined;
  /** Whether somebody waits for work that no worker is free for. */
  readonly isUrgent: boolean;
  /** How many files are to be read still. */
  readonly remaining: number;
  /** No worker can run. */
  giveUp(why: string): void;
}

/**
 * The workers that read source: as many as help. Each takes the most urgent work when it is free, so that nothing waits
 * longer than what the quickest of them is doing. The first starts with the first work, others when there is much.
 */
export class IndexingPool extends Lifetime {
  private lanes: readonly IndexingLane[] = [];
  private readonly crashes: Crashes = new Map();
  private most: number;
  private answers = 0;
  private isFeeding = false;
  private ending: ReturnType<typeof setTimeout> | undefined;
  private looking: ReturnType<typeof setTimeout> | undefined;

  /** `wanted`: most workers at the same time. `patience`: milliseconds without work after which all but one end. */
  constructor(
    private readonly createIndexer: (crashes: Crashes) => SourceIndexer,
    private readonly wanted: number,
    private readonly demand: Demand,
    private readonly patience = defaultPatience,
  ) {
    super();
    this.most = wanted;
  }

  /** How many workers there are. */
  get size(): number {
    return this.lanes.length;
  }

  /** Whether a worker is doing something. */
  get isBusy(): boolean {
    return this.lanes.some(({ load }) => load > 0);
  }

  /** Gives work to all who are free: there may be some. */
  feed(): void {
    // What is asked for work may call back.
    if (this.isFeeding) return;
    this.isFeeding = true;
    try {
      while (!this.isDisposed && this.feedOne());
    } finally {
      this.isFeeding = false;
    }
    this.watch();
  }

  /** After {@link Demand.giveUp}: as many workers as at first may be tried, and files that killed one. */
  retry(): void {
    this.most = this.wanted;
    this.crashes.clear();
    this.feed();
  }

  override dispose(): void {
    clearTimeout(this.ending);
    clearTimeout(this.looking);
    for (const lane of this.lanes) lane.dispose();
    this.lanes = [];
    super.dispose();
  }

  private feedOne(): boolean {
    const byLoad = this.lanes.filter(({ isFree }) => isFree).sort((a, b) => a.load - b.load);
    for (const lane of byLoad) {
      const job = this.nextFor(lane);
      if (job === undefined) continue;
      void this.run(lane, job);
      return true;
    }
    return this.wantsAnother() && this.open();
  }

  private nextFor(lane: IndexingLane): Job | undefined {
    const [first] = this.lanes;
    return this.demand.next({
      files: lane.pace.files,
      isIdle: lane.load === 0,
      isFirst: lane === first || (first?.isLate ?? true),
    });
  }

  private open(): boolean {
    const [first] = this.lanes;
    const job = this.demand.next({ files: 1, isIdle: true, isFirst: first?.isLate ?? true });
    if (job === undefined) return false;
    const lane = new IndexingLane(this.createIndexer(this.crashes));
    this.lanes = [...this.lanes, lane];
    void this.run(lane, job);
    return true;
  }

  private wantsAnother(): boolean {
    if (this.lanes.length === 0) return true;
    if (this.lanes.length >= this.most) return false;
    if (this.demand.isUrgent && this.lanes.every(({ isLate }) => isLate)) return true;
    const paces = this.lanes.map(({ pace }) => pace.perFile);
    if (this.answers < trial || paces.includes(undefined)) return false;
    const files = paces.reduce<number>((sum, perFile) => sum + 1 / (perFile ?? 1), 0);
    return this.demand.remaining / files > worthAnother;
  }

  private async run(lane: IndexingLane, job: Job): Promise<void> {
    try {
      await lane.run(job);
      this.answers++;
    } catch (error) {
      if (this.isDisposed) return;
      job.putBack();
      this.close(lane);
      // Where others can work, this machine has no place for one more.
      this.most = Math.max(1, this.lanes.length);
      if (this.lanes.length === 0) this.demand.giveUp(error instanceof Error ? error.message : String(error));
    }
    this.feed();
  }

  private close(lane: IndexingLane): void {
    this.lanes = this.lanes.filter((one) => one !== lane);
    lane.dispose();
  }

  /** Looks again where time alone makes a difference. */
  private watch(): void {
    if (this.isDisposed) return;
    clearTimeout(this.looking);
    if (this.demand.isUrgent && this.lanes.length < this.most) this.looking = setTimeout(() => this.feed(), lateAfter);
    if (this.lanes.length > 1) this.ending ??= setTimeout(() => this.end(), this.patience);
  }

  private end(): void {
    this.ending = undefined;
    const before = performance.now() - this.patience;
    for (const lane of this.lanes.slice(1)) if ((lane.idleSince ?? Infinity) <= before) this.close(lane);
    this.watch();
  }
}
