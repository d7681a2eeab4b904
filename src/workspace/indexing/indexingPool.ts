import { Later, Lifetime, Slot } from '../lifetime';
import { IndexingLane } from './indexingLane';
import type { IndexingQueue, Offer, Work } from './indexingQueue';
import type { Crashes, FileIndexer } from './sourceIndexer';

/** More do not help: the host has to take in what they answer. */
export const mostWorkers = 4;
/** Milliseconds of work, shared by the indexers there are, for which it pays to start another one. */
const worthAnother = 400;
/** How many answers tell how long the rest will take. */
const trial = 4;
/** Milliseconds without work after which all indexers but one end: what they have in memory is much. */
const defaultPatience = 15_000;

/** Work, and the indexer that is to do it now. */
export interface Assignment {
  readonly lane: IndexingLane;
  readonly work: Work;
}

/**
 * The indexers of source: as many as help. Each that is free gets the most urgent work, so that nothing waits longer than
 * what the quickest of them is doing. The first starts with the first work, others when there is much.
 */
export class IndexingPool extends Lifetime {
  private lanes: readonly IndexingLane[] = [];
  private readonly crashes: Crashes = new Map();
  private most: number;
  private readonly ending = this.register(new Slot<Later>());

  /** `wanted`: most indexers at the same time. `patience`: milliseconds without work after which all but one end. */
  constructor(
    private readonly createIndexer: (crashes: Crashes) => FileIndexer,
    private readonly wanted: number,
    private readonly patience = defaultPatience,
  ) {
    super();
    this.most = wanted;
  }

  /** How many indexers there are. */
  get size(): number {
    return this.lanes.length;
  }

  /** Whether an indexer is doing something. */
  get isBusy(): boolean {
    return this.lanes.some(({ load }) => load > 0);
  }

  /** Whether there may be more indexers than there are. */
  get canGrow(): boolean {
    return this.lanes.length < this.most;
  }

  /**
   * The most urgent work of a queue, for an indexer that is free, or that starts because it helps; undefined where there is
   * none. Whoever asks must run the work in the lane before he asks again. `onlyAwaited`: nobody has time for other answers.
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

  /** An indexer was given up. Where others work, this machine has no place for one more. */
  close(lane: IndexingLane): void {
    this.end(lane);
    this.most = Math.max(1, this.lanes.length);
  }

  /** After all indexers were given up: as many as at first may be tried, and files that killed one. */
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
