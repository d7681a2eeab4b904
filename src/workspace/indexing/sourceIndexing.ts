import type { PackedFile } from '../../core/symbols/packedOutline';
import { languageOf } from '../../core/syntax/language';
import type { Folders } from '../../source/folders';
import type { TreeBindings } from '../bindings/treeBindings';
import { Emitter } from '../emitter';
import { Debounced, Later, Lifetime, Slot } from '../lifetime';
import type { Log } from '../log';
import { lateAfter } from './indexingLane';
import type { IndexedTree } from './indexedTree';
import type { IndexedTrees } from './indexedTrees';
import type { Assignment, IndexingPool } from './indexingPool';
import { IndexingQueue, type OutlineWork, type Work } from './indexingQueue';
import type { OpenFiles } from './openFiles';
import type { Slices } from './slices';
import { SourceListing } from './sourceListing';

/** Files whose answers are taken in at once: with their bindings that takes a millisecond or two. */
const atOnce = 8;
/** Answers that wait to be taken in, after which indexers get nothing more that nobody waits for. */
const mostWaiting = 256;
/** Milliseconds of quiet after a keystroke, or after an event of the disk, until files are indexed again. */
const typingPause = 250;
/** Milliseconds of quiet after which the log tells how long it took. */
const quiet = 200;

export interface IndexingParts {
  readonly trees: IndexedTrees;
  /** The bindings of each tree: they are asked which files and quotes they wait for. */
  readonly bindings: { of(tree: IndexedTree): TreeBindings };
  readonly open: OpenFiles;
  /** Where source is listed. */
  readonly folders: Folders;
  /** Patterns of files that are listed though git ignores them. */
  readonly listed?: readonly string[];
  readonly pool: IndexingPool;
  readonly slices: Slices;
  readonly log: Log;
}

/** What was found in a file, and which work found it. */
interface Answer {
  readonly work: OutlineWork;
  readonly outcome: PackedFile;
}

/**
 * Has source indexed and takes in what is found. Everything goes one way: what happens in files and trees wakes this; it
 * gives the queue's work to the pool until nobody is free, and puts the answers into the trees, which their bindings follow.
 */
export class SourceIndexing extends Lifetime {
  private readonly listing: SourceListing;
  private readonly queue: IndexingQueue;
  /** URIs of files that changed and are to be indexed again, once it is quiet. */
  private readonly changed = new Set<string>();
  private readonly hastening = this.register(new Debounced(typingPause, () => this.hastenChanged()));
  /** Answers that are not taken in yet. */
  private readonly answers: Answer[] = [];
  private isTakingIn = false;
  private readonly lookingLater = this.register(new Slot<Later>());
  private readonly telling = this.register(new Debounced(quiet, () => this.tell()));
  private awaitedBinding: Promise<void> | undefined;
  /** Those who wait, and for what. */
  private waiting: { readonly isDone: () => boolean; readonly resolve: () => void }[] = [];
  private known: readonly IndexedTree[] = [];
  private began: number | undefined;
  private indexed = 0;
  private failure: string | undefined;
  private readonly failing: Emitter<void>;
  /** Fires when indexing failed for good, or goes on again. */
  readonly onDidChangeFailure;

  constructor(private readonly parts: IndexingParts) {
    super();
    const { trees, open, folders, slices, log } = parts;
    this.failing = this.register(new Emitter<void>(log));
    this.onDidChangeFailure = this.failing.event;
    this.listing = this.register(new SourceListing(folders, slices, log, parts.listed));
    this.queue = new IndexingQueue({ ...parts, listing: this.listing });
    this.register(parts.pool);
    this.register(trees.onDidChange(() => this.enterTrees()));
    this.register(this.listing.onDidList(() => this.wake()));
    this.register(open.onDidChangeVisible(() => this.see()));
    this.register(open.onDidChange((uri) => this.change(uri)));
    this.register(open.onDidDelete((uri) => this.forget(uri)));
    this.enterTrees();
  }

  /** Why nothing is indexed any more. */
  get failed(): string | undefined {
    return this.failure;
  }

  /** Gives work to all who are free: there may be some. Whoever changes the notes of bindings calls this. */
  wake(): void {
    if (this.isDisposed) return;
    for (let next = this.assign(); next !== undefined; next = this.assign()) void this.perform(next);
    this.lookLater();
    const done = this.waiting.filter(({ isDone }) => isDone());
    this.waiting = this.waiting.filter((one) => !done.includes(one));
    for (const { resolve } of done) resolve();
  }

  /** After the indexers were given up: everything that is missing is tried once more. */
  retry(): void {
    this.failure = undefined;
    this.failing.fire();
    for (const tree of this.parts.trees.all) for (const file of tree.table.unindexed().keys()) this.queue.hasten(tree, file);
    this.parts.pool.retry();
    this.wake();
  }

  /**
   * Resolves when all that the anchors of the active tree need is there: no binding waits for a file or a quote, and where
   * one misses its symbol the whole tree is indexed. Resolves as well where indexing failed, and when this is disposed.
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
    this.answers.length = 0;
    for (const { resolve } of this.waiting.splice(0)) resolve();
  }

  private assign(): Assignment | undefined {
    if (this.failure !== undefined) return undefined;
    return this.parts.pool.assign(this.queue, this.answers.length > mostWaiting);
  }

  private async perform({ lane, work }: Assignment): Promise<void> {
    let takeIn: () => void;
    try {
      takeIn = await this.ask({ lane, work });
    } catch (error) {
      this.lose({ lane, work }, error);
      return this.wake();
    }
    if (this.isDisposed) return;
    this.queue.end(work);
    takeIn();
    this.wake();
  }

  /** Returns what takes in the answer. Rejects where the indexer was given up. */
  private async ask({ lane, work }: Assignment): Promise<() => void> {
    if (work.kind === 'locate') {
      const places = await lane.run(0, (indexer) => indexer.locate(work.request, work.searches));
      return () => {
        if (this.known.includes(work.tree)) this.parts.bindings.of(work.tree).answer(work.searches, places);
      };
    }
    this.began ??= performance.now();
    const outcomes = await lane.run(work.requests.length, (indexer) => indexer.outline(work.requests));
    const answers = outcomes.map((outcome): Answer => ({ work, outcome }));
    return () => this.receive(work, answers);
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

  private receive({ isAwaited }: Work & { kind: 'outline' }, answers: readonly Answer[]): void {
    this.telling.request();
    if (isAwaited) return this.takeIn(answers);
    this.answers.push(...answers);
    if (!this.isTakingIn) void this.takeInSlices();
  }

  /** Takes in what waits, in slices of the host's time; what follows from it, in bindings and views, counts too. */
  private async takeInSlices(): Promise<void> {
    this.isTakingIn = true;
    while (this.answers.length > 0) {
      await this.parts.slices.pause();
      this.takeIn(this.answers.splice(0, atOnce));
    }
    this.isTakingIn = false;
    this.wake();
  }

  private takeIn(answers: readonly Answer[]): void {
    const byTree = new Map<IndexedTree, PackedFile[]>();
    for (const { work, outcome } of answers) {
      const { tree } = work;
      if (!this.queue.redeem(work, outcome.file)) continue;
      if ('unindexed' in outcome)
        this.parts.log.warn(`${tree.uriOf(outcome.file)} is not indexed: ${outcome.unindexed} ${outcome.detail ?? ''}`);
      const outcomes = byTree.get(tree);
      if (outcomes === undefined) byTree.set(tree, [outcome]);
      else outcomes.push(outcome);
    }
    for (const [tree, outcomes] of byTree) {
      this.indexed += outcomes.length;
      tree.set(outcomes);
    }
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
    if (languageOf(uri) === undefined || this.parts.trees.of(uri) === undefined) return;
    this.changed.add(uri);
    this.hastening.request();
  }

  private hastenChanged(): void {
    for (const uri of this.changed) {
      const tree = this.parts.trees.of(uri);
      const file = tree?.fileOf(uri);
      if (tree !== undefined && file !== undefined) this.queue.hasten(tree, file);
    }
    this.changed.clear();
    this.wake();
  }

  /** What is known of the file goes with it. */
  private forget(uri: string): void {
    this.changed.delete(uri);
    const tree = this.parts.trees.of(uri);
    const file = tree?.fileOf(uri);
    if (tree === undefined || file === undefined) return;
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
    return (
      this.changed.size === 0 && !this.parts.pool.isBusy && !this.isTakingIn && this.answers.length === 0 && this.isSettled()
    );
  }

  private isSettled(): boolean {
    if (this.failure !== undefined) return true;
    const { active } = this.parts.trees;
    if (active === undefined || this.listing.gaveUp(active)) return true;
    return active.isListed && this.parts.bindings.of(active).isSettled;
  }

  /** Tells the log how long it took, once nothing more is going on. */
  private tell(): void {
    const { pool, log } = this.parts;
    if (pool.isBusy || this.answers.length > 0) return this.telling.request();
    const took = performance.now() - (this.began ?? 0) - quiet;
    if (this.indexed > 0) log.info(`${this.indexed} files indexed in ${took.toFixed(0)} ms by ${pool.size} workers`);
    this.began = undefined;
    this.indexed = 0;
  }
}
