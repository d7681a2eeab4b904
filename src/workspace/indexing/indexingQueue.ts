import * as vscode from 'vscode';
import type { PackedFile } from '../../core/symbols/packedOutline';
import { sourceRequest, unsavedDocuments } from '../../extension/editor/openTexts';
import { Debounced, Lifetime } from '../lifetime';
import { Asked } from './asked';
import type { BindingsModel } from '../../extension/bindings/bindingsModel';
import { FilesInSight, type FileInSight } from '../../extension/indexing/filesInSight';
import { Intake } from './intake';
import type { IndexedTree } from './indexedTree';
import type { Job } from './indexingLane';
import type { Demand, Offer, IndexingPool } from './indexingPool';
import type { SourceListing } from './sourceListing';
import type { QuotesOfFile } from '../bindings/treeBindings';
import type { TreesModel } from '../../extension/indexing/treesModel';

/** Files whose answers are taken in at once: with their bindings a millisecond or two. */
const atOnce = 8;
/** Answers that wait to be taken in, after which workers get nothing more that nobody waits for. */
const mostWaiting = 256;

/** Milliseconds of quiet after which the log tells how long it took. */
const quiet = 200;

/** A reading, and which question it answers. */
interface Answer {
  readonly tree: IndexedTree;
  readonly ticket: number;
  readonly reading: PackedFile;
}

/**
 * What workers read next: what the reader looks at, what has changed, the quotes of notes, what notes point into, then the
 * rest of the active tree.
 */
export class IndexingQueue extends Lifetime implements Demand {
  /** Files in editors that are not read yet. Closing an editor takes its file out. */
  private readonly sight: FilesInSight;
  /** Files to read before all others, read before or not. */
  private readonly changes = new Map<IndexedTree, Set<string>>();
  private readonly asked = new Asked();
  /** Quotes that a worker looks for. */
  private readonly searching = new Set<number>();
  private readonly intake = new Intake<Answer>(
    atOnce,
    (answers) => this.take(answers),
    () => this.wake(),
  );
  private readonly pool: IndexingPool;
  private readonly telling = this.register(new Debounced(quiet, () => this.tell()));
  private known: readonly IndexedTree[] = [];
  private began: number | undefined;
  private read = 0;
  private failure: string | undefined;
  private readonly failing = this.register(new vscode.EventEmitter<void>());
  /** Reading failed for good, or goes on again. */
  readonly onDidChangeFailure = this.failing.event;

  constructor(
    private readonly trees: TreesModel,
    private readonly bindings: BindingsModel,
    private readonly listing: SourceListing,
    createPool: (demand: Demand) => IndexingPool,
    private readonly log: vscode.LogOutputChannel,
  ) {
    super();
    this.sight = this.register(
      new FilesInSight(
        (uri) => trees.of(uri),
        (file) => this.isWanted(file),
      ),
    );
    this.pool = this.register(createPool(this));
    this.register(trees.onDidChange(() => this.enterTrees()));
    this.register(bindings.onDidChange(() => this.wake()));
    this.register(listing.onDidList(() => this.wake()));
    this.register(this.sight.onDidChange((files) => this.enterEditors(files)));
  }

  /** Why nothing is read any more. */
  get failed(): string | undefined {
    return this.failure;
  }

  /** Reads this file next, again where it was read before. What was asked of it earlier does not count any more. */
  hasten(tree: IndexedTree, file: string): void {
    this.asked.withdraw(tree, file);
    const files = this.changes.get(tree);
    if (files === undefined) this.changes.set(tree, new Set([file]));
    else files.add(file);
    this.wake();
  }

  /** The file is gone: what is known of it goes too, and it is not read any more. */
  forget(tree: IndexedTree, file: string): void {
    this.asked.withdraw(tree, file);
    this.sight.drop(tree.uriOf(file).toString());
    this.changes.get(tree)?.delete(file);
    tree.remove(file);
  }

  /** Starts the work again: there may be something to do. */
  wake(): void {
    if (this.failure === undefined) this.pool.feed();
  }

  /** After the workers were given up: everything that is missing is tried once more. */
  retry(): void {
    this.failure = undefined;
    this.failing.fire();
    for (const tree of this.trees.all) for (const file of tree.table.unindexed().keys()) this.hasten(tree, file);
    this.pool.retry();
  }

  get isUrgent(): boolean {
    return this.failure === undefined && (this.sight.size > 0 || [...this.changes.values()].some(({ size }) => size > 0));
  }

  get remaining(): number {
    const { active } = this.trees;
    return active === undefined ? 0 : this.listing.remaining(active);
  }

  next(offer: Offer): Job | undefined {
    if (this.failure !== undefined || this.isDisposed) return undefined;
    // A worker that ends what it was given before has time for it then.
    if (this.isUrgent && !offer.isIdle) return undefined;
    const urgent = this.nextInSight(offer) ?? this.nextChange(offer);
    const { active } = this.trees;
    if (urgent !== undefined || active === undefined) return urgent;
    const bindings = this.bindings.of(active);
    const inSight = filesInEditors(active);
    const quotes = bindings.nextQuotes(inSight, (id) => this.searching.has(id));
    if (quotes !== undefined) return offer.isIdle || !inSight.has(quotes.file) ? this.locate(active, quotes) : undefined;
    // What the reader looks at is read by now, or will be soon: listing a tree would slow it down.
    this.listing.start();
    if (this.intake.size > mostWaiting) return undefined;
    const isAsked = (file: string) => this.asked.has(active, file);
    const wanted = bindings.waitingFor(offer.files, isAsked);
    const files = wanted.length > 0 ? wanted : this.listing.take(active, offer.files, isAsked);
    return files.length === 0 ? undefined : this.outline(active, files, false);
  }

  giveUp(why: string): void {
    if (this.isDisposed || this.failure !== undefined) return;
    this.failure = why;
    this.log.error(`Reading stopped: ${why}`);
    this.failing.fire();
  }

  private enterTrees(): void {
    for (const tree of this.known) {
      if (this.trees.all.includes(tree)) continue;
      this.changes.delete(tree);
      this.asked.leave(tree);
    }
    this.known = this.trees.all;
    this.sight.look();
    if (this.trees.active !== undefined) this.listing.want(this.trees.active);
    this.wake();
  }

  private enterEditors(files: readonly FileInSight[]): void {
    for (const { tree } of files) this.listing.want(tree);
    this.wake();
  }

  private isWanted({ tree, file }: FileInSight): boolean {
    return tree.table.indexed(file) === undefined && !this.asked.hasUrgently(tree, file);
  }

  /** One file at a time: what is in front waits for no other. */
  private nextInSight(offer: Offer): Job | undefined {
    if (this.sight.size === 0) return undefined;
    const unsaved = offer.isFirst ? undefined : unsavedDocuments();
    const found = this.sight.take((uri) => unsaved?.has(uri) === true);
    if (found === undefined) return undefined;
    this.changes.get(found.tree)?.delete(found.file);
    return this.outline(found.tree, [found.file], true);
  }

  private nextChange(offer: Offer): Job | undefined {
    const { active, all } = this.trees;
    const unsaved = offer.isFirst ? undefined : unsavedDocuments();
    for (const tree of active === undefined ? all : [active, ...all.filter((one) => one !== active)]) {
      const changed = this.changes.get(tree);
      const files: string[] = [];
      for (const file of changed ?? []) {
        if (files.length === offer.files) break;
        if (unsaved?.has(tree.uriOf(file).toString()) !== true) files.push(file);
      }
      for (const file of files) changed?.delete(file);
      if (files.length > 0) return this.outline(tree, files, files.length === 1);
    }
    return undefined;
  }

  private locate(tree: IndexedTree, { file, searches }: QuotesOfFile): Job {
    for (const { id } of searches) this.searching.add(id);
    const isFound = () => searches.forEach(({ id }) => this.searching.delete(id));
    return {
      files: 0,
      run: async (reader) => {
        const places = await reader.locate(sourceRequest(tree.uriOf(file), file), searches);
        isFound();
        this.bindings.of(tree).answer(searches, places);
      },
      putBack: isFound,
    };
  }

  /** `isAwaited`: what is found is taken in at once. */
  private outline(tree: IndexedTree, files: readonly string[], isAwaited: boolean): Job {
    this.began ??= performance.now();
    const unsaved = unsavedDocuments();
    const requests = files.map((file) => sourceRequest(tree.uriOf(file), file, unsaved));
    const ticket = this.asked.ask(tree, files, isAwaited);
    return {
      files: files.length,
      run: async (reader) => {
        const readings = await reader.outline(requests).finally(() => this.asked.end(ticket));
        const answers = readings.map((reading): Answer => ({ tree, ticket, reading }));
        if (isAwaited) this.take(answers);
        else this.intake.add(answers);
        this.telling.request();
      },
      putBack: () => files.forEach((file) => this.hasten(tree, file)),
    };
  }

  /** What was asked for again meanwhile, because it was typed in or is gone, is not taken from an older answer. */
  private take(answers: readonly Answer[]): void {
    const byTree = new Map<IndexedTree, PackedFile[]>();
    for (const { tree, ticket, reading } of answers) {
      if (!this.asked.redeem(tree, reading.file, ticket)) continue;
      if ('unindexed' in reading)
        this.log.warn(`${tree.uriOf(reading.file).toString()} is not read: ${reading.unindexed} ${reading.detail ?? ''}`);
      const readings = byTree.get(tree);
      if (readings === undefined) byTree.set(tree, [reading]);
      else readings.push(reading);
    }
    for (const [tree, readings] of byTree) {
      this.read += readings.length;
      tree.set(readings);
    }
  }

  /** For the log, once nothing more is going on. */
  private tell(): void {
    if (this.pool.isBusy || this.intake.size > 0) return this.telling.request();
    const took = performance.now() - (this.began ?? 0) - quiet;
    if (this.read > 0) this.log.info(`${this.read} files read in ${took.toFixed(0)} ms by ${this.pool.size} workers`);
    this.began = undefined;
    this.read = 0;
  }
}

function filesInEditors(tree: IndexedTree): ReadonlySet<string> {
  const files = vscode.window.visibleTextEditors.map(({ document }) => tree.fileOf(document.uri));
  return new Set(files.filter((file) => file !== undefined));
}
