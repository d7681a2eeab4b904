import { languageOf } from '../../core/syntax/language';
import type { Folders } from '../../source/folders';
import { Emitter } from '../emitter';
import { Debounced, Later, Lifetime, Slot } from '../lifetime';
import type { Log } from '../log';
import type { AnchorNeeds } from './anchorNeeds';
import { ChangedFolders } from './changedFolders';
import type { IndexedTree } from './indexedTree';
import type { IndexedTrees } from './indexedTrees';
import { lateAfter, type Assignment, type IndexingLane, type IndexingPool } from './indexingPool';
import { IndexingQueue, type LocateWork, type OutlineWork } from './indexingQueue';
import { Intake } from './intake';
import type { OpenFiles } from './openFiles';
import type { Slices } from './slices';
import { SourceListing } from './sourceListing';

/** Milliseconds of quiet after a keystroke, or after an event of the disk, until files are indexed again. */
const typingPause = 250;
/** Milliseconds of quiet after which the log tells how long it took. */
const quiet = 200;

export interface IndexingParts {
  readonly trees: IndexedTrees;
  /** The bindings of each tree, which are asked for the files and quotes that they wait for. */
  readonly bindings: { of(tree: IndexedTree): AnchorNeeds };
  readonly open: OpenFiles;
  /** The folders in which source is listed. */
  readonly folders: Folders;
  /** Patterns of files that are listed though git ignores them. */
  readonly listed: readonly string[];
  readonly pool: IndexingPool;
  readonly slices: Slices;
  readonly log: Log;
}

/**
 * Has source indexed and takes in what is found. Everything goes one way: what happens in files and trees wakes this; it
 * gives the queue's work to the pool until nobody is free, and puts the answers into the trees, which their bindings follow.
 */
export class SourceIndexing extends Lifetime {
  private readonly listing: SourceListing;
  private readonly queue: IndexingQueue;
  /** The URIs of files that changed and are to be indexed again, once it is quiet. */
  private readonly changed = new Set<string>();
  private readonly changedFolders: ChangedFolders;
  private readonly hastening = this.register(new Debounced(typingPause, () => this.hastenChanged()));
  private readonly intake: Intake;
  private readonly lookingLater = this.register(new Slot<Later>());
  private readonly telling = this.register(new Debounced(quiet, () => this.tell()));
  private awaitedBinding: Promise<void> | undefined;
  /** The callers that wait, each with its condition. */
  private waiting: { readonly isDone: () => boolean; readonly resolve: () => void }[] = [];
  private known: readonly IndexedTree[] = [];
  private began: number | undefined;
  private failure: string | undefined;
  private readonly failing: Emitter<void>;
  /** Fires when indexing failed for good, or goes on again. */
  readonly onDidChangeFailure;

  constructor(private readonly parts: IndexingParts) {
    super();
    const { trees, open, folders, listed, slices, log } = parts;
    this.failing = this.register(new Emitter<void>(log));
    this.onDidChangeFailure = this.failing.event;
    this.listing = this.register(new SourceListing(folders, listed, slices, log));
    this.queue = new IndexingQueue({ ...parts, listing: this.listing });
    this.intake = new Intake(this.queue, slices, log);
    this.changedFolders = new ChangedFolders({
      ...parts,
      found: (tree, file) => this.queue.hasten(tree, file),
      lost: (tree, file) => this.drop(tree, file),
    });
    this.register(parts.pool);
    this.register(trees.onDidChange(() => this.enterTrees()));
    this.register(this.listing.onDidList(() => this.takeFolders()));
    this.register(open.onDidChangeVisible(() => this.see()));
    this.register(open.onDidChange((uri) => this.change(uri)));
    this.register(open.onDidDelete((uri) => this.forget(uri)));
    this.enterTrees();
  }

  /** The reason why nothing is indexed any more; undefined while all is well. */
  get failed(): string | undefined {
    return this.failure;
  }

  /** Gives work to all who are free: there may be some. Whoever changes the notes of bindings calls this. */
  wake(): void {
    if (this.isDisposed) return;
    const { pool } = this.parts;
    const assign = () => (this.failure === undefined ? pool.assign(this.queue, this.intake.isFull) : undefined);
    for (let next = assign(); next !== undefined; next = assign()) void this.perform(next);
    this.lookLater();
    const done = this.waiting.filter(({ isDone }) => isDone());
    this.waiting = this.waiting.filter((one) => !done.includes(one));
    for (const { resolve } of done) resolve();
  }

  /** Tries everything once more that is missing after the indexers were given up. */
  retry(): void {
    this.failure = undefined;
    this.failing.fire();
    for (const tree of this.parts.trees.all) for (const file of tree.table.unindexed().keys()) this.queue.hasten(tree, file);
    this.parts.pool.retry();
    this.wake();
  }

  /**
   * Resolves when all that the anchors of the active tree need is there: no binding waits for a file or a quote, what was typed
   * is indexed, and where a symbol is missing the whole tree is. Resolves as well where indexing failed, and when this is disposed.
   */
  settled(): Promise<void> {
    return this.until(() => this.isSettled());
  }

  /** Resolves when there is nothing left to do: the active tree is indexed as it is by now. Resolves as well as `settled` does. */
  idle(): Promise<void> {
    return this.until(() => this.isIdle());
  }

  override dispose(): void {
    super.dispose();
    this.intake.clear();
    for (const { resolve } of this.waiting.splice(0)) resolve();
  }

  private async perform({ lane, work }: Assignment): Promise<void> {
    let takeIn: () => void;
    try {
      takeIn = work.kind === 'outline' ? await this.outline(lane, work) : await this.locate(lane, work);
    } catch (error) {
      this.lose({ lane, work }, error);
      return this.wake();
    }
    if (this.isDisposed) return;
    this.queue.end(work);
    takeIn();
    this.wake();
  }

  /** Returns what takes in the answer. Rejects where the indexer was given up, as {@link locate} does. */
  private async outline(lane: IndexingLane, work: OutlineWork): Promise<() => void> {
    this.began ??= performance.now();
    const outcomes = await lane.run(work.requests.length, (indexer) => indexer.outline(work.requests));
    return () => {
      this.telling.request();
      if (work.isAwaited) this.intake.take(work, outcomes);
      else void this.intake.takeInSlices(work, outcomes)?.then(() => this.wake());
    };
  }

  private async locate(lane: IndexingLane, { tree, request, searches }: LocateWork): Promise<() => void> {
    const places = await lane.run(0, (indexer) => indexer.locate(request, searches));
    return () => {
      if (this.known.includes(tree)) this.parts.bindings.of(tree).answer(searches, places);
    };
  }

  private lose({ lane, work }: Assignment, error: unknown): void {
    if (this.isDisposed) return;
    this.queue.putBack(work);
    this.parts.pool.close(lane);
    if (this.parts.pool.size > 0 || this.failure !== undefined) return;
    this.failure = error instanceof Error ? error.message : String(error);
    this.parts.log.error(`Indexing stopped: ${this.failure}`);
    this.failing.fire();
  }

  private enterTrees(): void {
    const { all, active } = this.parts.trees;
    this.queue.leave(this.known.filter((tree) => !all.includes(tree)));
    this.known = all;
    if (active !== undefined) this.listing.want(active);
    this.see();
  }

  private see(): void {
    for (const { tree } of this.queue.see()) this.listing.want(tree);
    this.wake();
  }

  private change(uri: string): void {
    if (this.parts.trees.of(uri) === undefined) return;
    if (languageOf(uri) === undefined) this.changedFolders.come(uri);
    else this.changed.add(uri);
    this.hastening.request();
  }

  private hastenChanged(): void {
    for (const uri of this.changed) {
      const tree = this.parts.trees.of(uri);
      const file = tree?.fileOf(uri);
      if (tree !== undefined && file !== undefined) this.queue.hasten(tree, file);
    }
    this.changed.clear();
    this.takeFolders();
  }

  private takeFolders(): void {
    void this.changedFolders.take().then(() => this.wake());
    this.wake();
  }

  /** Drops a file that is gone, or soon all files of a folder that is. */
  private forget(uri: string): void {
    this.changed.delete(uri);
    const tree = this.parts.trees.of(uri);
    const file = tree?.fileOf(uri);
    if (tree === undefined || file === undefined) return;
    this.changedFolders.go(uri);
    if (languageOf(uri) !== undefined) return this.drop(tree, file);
    this.hastening.request();
  }

  /** Drops a file with all that is known of it. */
  private drop(tree: IndexedTree, file: string): void {
    this.queue.forget(tree, file);
    tree.remove(file);
  }

  /** Looks again where time alone makes a difference, and when bindings know more of what they wait for. */
  private lookLater(): void {
    const { pool, trees, bindings } = this.parts;
    this.lookingLater.value = this.queue.isUrgent && pool.canGrow ? new Later(lateAfter, () => this.wake()) : undefined;
    const more = trees.active && bindings.of(trees.active).binding;
    if (more === this.awaitedBinding) return;
    this.awaitedBinding = more;
    void more?.then(() => this.wake());
  }

  private until(isDone: () => boolean): Promise<void> {
    if (this.isDisposed) return Promise.resolve();
    return new Promise((resolve) => {
      this.waiting.push({ isDone, resolve });
      this.wake();
    });
  }

  /** Nobody who is free found work when this is asked. */
  private isIdle(): boolean {
    if (this.failure !== undefined) return true;
    return !this.hasChanges && !this.parts.pool.isBusy && this.intake.isEmpty && this.isSettled();
  }

  private isSettled(): boolean {
    if (this.failure !== undefined) return true;
    const { active } = this.parts.trees;
    if (active === undefined || this.listing.gaveUp(active)) return true;
    if (this.hasChanges || this.queue.isAwaited) return false;
    return active.isListed && this.parts.bindings.of(active).isSettled;
  }

  private get hasChanges(): boolean {
    return this.changed.size > 0 || !this.changedFolders.isEmpty;
  }

  /** Tells the log how long it took, once nothing more is going on. */
  private tell(): void {
    const { pool, log } = this.parts;
    if (pool.isBusy || !this.intake.isEmpty) return this.telling.request();
    const took = performance.now() - (this.began ?? 0) - quiet;
    const count = this.intake.count();
    if (count > 0) log.info(`${count} files indexed in ${took.toFixed(0)} ms by ${pool.size} workers`);
    this.began = undefined;
  }
}
