import type { PendingSearch } from '../../core/bindings/bindingIndex';
import type { SourceRequest } from '../../core/symbols/sourceRequest';
import type { AnchorNeeds } from './anchorNeeds';
import { FilesInSight, type FileInSight } from './filesInSight';
import type { IndexedTree } from './indexedTree';
import type { IndexedTrees } from './indexedTrees';
import type { OpenFiles } from './openFiles';
import type { SourceListing } from './sourceListing';

/** Describes what an indexer that is free can do. */
export interface Offer {
  /** The number of files that it should take at once, if nobody waits for them. */
  readonly files: number;
  /**
   * Tells whether it begins at once. Else it first ends what it is doing, which may take long: nothing that is urgent goes
   * there.
   */
  readonly isIdle: boolean;
  /** Tells whether it is the one that keeps the trees of what is typed in. */
  readonly isFirst: boolean;
  /** Tells that nobody has time for answers that nobody waits for. */
  readonly onlyAwaited: boolean;
}

/** Files to outline. */
export interface OutlineWork {
  readonly kind: 'outline';
  readonly tree: IndexedTree;
  readonly requests: readonly SourceRequest[];
  /** Tells this question from others about the same files. */
  readonly ticket: number;
  /** Tells whether what is found is to be taken in at once. */
  readonly isAwaited: boolean;
}

/** Quotes of notes to look for in one file. */
export interface LocateWork {
  readonly kind: 'locate';
  readonly tree: IndexedTree;
  readonly request: SourceRequest;
  readonly searches: readonly PendingSearch[];
}

export type Work = OutlineWork | LocateWork;

/** The parts that the queue asks what there is to do. */
export interface QueueSources {
  readonly trees: Pick<IndexedTrees, 'all' | 'active' | 'of'>;
  readonly bindings: { of(tree: IndexedTree): Pick<AnchorNeeds, 'nextQuotes' | 'waitingFor'> };
  readonly listing: SourceListing;
  readonly open: OpenFiles;
}

/**
 * Knows what is to be indexed next: what the reader looks at, what has changed, the quotes of notes, what notes point into,
 * then the rest of the active tree. It starts nothing.
 */
export class IndexingQueue {
  private readonly sight: FilesInSight;
  /** Files to index before all others that are not in sight, indexed before or not. */
  private readonly changes = new Map<IndexedTree, Set<string>>();
  /** The last question about each file, until its answer is taken in: of several answers only that one counts. */
  private readonly tickets = new Map<IndexedTree, Map<string, number>>();
  private readonly awaitedTickets = new Set<number>();
  private lastTicket = 0;
  /** Quotes that somebody looks for. */
  private readonly searching = new Set<number>();

  constructor(private readonly sources: QueueSources) {
    const treeOf = (uri: string) => sources.trees.of(uri);
    this.sight = new FilesInSight(treeOf, (file) => this.isWanted(file));
  }

  /** Tells whether somebody waits for a file that nobody indexes yet. */
  get isUrgent(): boolean {
    return this.sight.size > 0 || [...this.changes.values()].some(({ size }) => size > 0);
  }

  /** Tells whether somebody waits for a file, be it indexed at this moment or not. */
  get isAwaited(): boolean {
    return this.isUrgent || this.awaitedTickets.size > 0;
  }

  /** An upper bound of the files of the active tree that nobody has asked for. */
  get remaining(): number {
    const { trees, listing } = this.sources;
    return trees.active === undefined ? 0 : listing.remaining(trees.active);
  }

  /** Returns the most urgent work that the offer is good for. It then counts as asked for. */
  next(offer: Offer): Work | undefined {
    // An indexer that ends what it was given before has time for urgent work then.
    if (this.isUrgent && !offer.isIdle) return undefined;
    const urgent = this.nextInSight(offer) ?? this.nextChange(offer);
    const { active } = this.sources.trees;
    if (urgent !== undefined || active === undefined) return urgent;
    const bindings = this.sources.bindings.of(active);
    const inSight = this.visibleFiles(active);
    const quotes = bindings.nextQuotes(inSight, (id) => this.searching.has(id));
    if (quotes !== undefined) {
      return offer.isIdle || !inSight.has(quotes.file) ? this.locate(active, quotes.file, quotes.searches) : undefined;
    }
    // A tree is listed only now: listing would slow down what the reader looks at.
    this.sources.listing.start();
    if (offer.onlyAwaited) return undefined;
    const isAsked = (file: string) => this.ticketOf(active, file) !== undefined;
    const wanted = bindings.waitingFor(offer.files, isAsked);
    const files = wanted.length > 0 ? wanted : this.sources.listing.take(active, offer.files, isAsked);
    return files.length === 0 ? undefined : this.outline(active, files, false);
  }

  /** Looks which files can be seen. Returns the source files among them. */
  see(): readonly FileInSight[] {
    return this.sight.see(this.sources.open.visible);
  }

  /** Indexes this file next, again where it was indexed before. What was asked of it earlier does not count any more. */
  hasten(tree: IndexedTree, file: string): void {
    this.tickets.get(tree)?.delete(file);
    const files = this.changes.get(tree);
    if (files === undefined) this.changes.set(tree, new Set([file]));
    else files.add(file);
  }

  /** Drops a file that is gone: it is not indexed any more. */
  forget(tree: IndexedTree, file: string): void {
    this.tickets.get(tree)?.delete(file);
    this.sight.drop(tree.uriOf(file));
    this.changes.get(tree)?.delete(file);
  }

  /** Drops trees of which nothing is wanted any more. */
  leave(trees: Iterable<IndexedTree>): void {
    for (const tree of trees) {
      this.changes.delete(tree);
      this.tickets.delete(tree);
      this.sources.listing.leave(tree);
    }
  }

  /** Ends work whose answer is there. */
  end(work: Work): void {
    if (work.kind === 'outline') this.awaitedTickets.delete(work.ticket);
    else for (const { id } of work.searches) this.searching.delete(id);
  }

  /** Puts work back whose indexer was given up: it is still to be done. */
  putBack(work: Work): void {
    this.end(work);
    if (work.kind === 'outline') for (const { file } of work.requests) this.hasten(work.tree, file);
  }

  /**
   * Tells whether what this work found in a file counts, after which the file is asked for no more. Typing and deleting make
   * an answer void.
   */
  redeem({ tree, ticket }: OutlineWork, file: string): boolean {
    return this.ticketOf(tree, file) === ticket && this.tickets.get(tree)?.delete(file) === true;
  }

  private isWanted({ tree, file }: FileInSight): boolean {
    const ticket = this.ticketOf(tree, file);
    return tree.table.indexed(file) === undefined && (ticket === undefined || !this.awaitedTickets.has(ticket));
  }

  /** Returns work on one file only: what is in front waits for no other. */
  private nextInSight(offer: Offer): Work | undefined {
    if (this.sight.size === 0) return undefined;
    const found = this.sight.take(this.barredFrom(offer));
    if (found === undefined) return undefined;
    this.changes.get(found.tree)?.delete(found.file);
    return this.outline(found.tree, [found.file], true);
  }

  private nextChange(offer: Offer): Work | undefined {
    const { active, all } = this.sources.trees;
    const isBarred = this.barredFrom(offer);
    for (const tree of active === undefined ? all : [active, ...all.filter((one) => one !== active)]) {
      const changed = this.changes.get(tree);
      const files: string[] = [];
      for (const file of changed ?? []) {
        if (files.length === offer.files) break;
        if (!isBarred(tree.uriOf(file))) files.push(file);
      }
      for (const file of files) changed?.delete(file);
      if (files.length > 0) return this.outline(tree, files, files.length === 1);
    }
    return undefined;
  }

  /** Keeps what is typed in for the indexer that has its trees. */
  private barredFrom(offer: Offer): (uri: string) => boolean {
    const unsaved = offer.isFirst ? undefined : this.sources.open.unsaved();
    return (uri) => unsaved?.has(uri) === true;
  }

  private visibleFiles(tree: IndexedTree): ReadonlySet<string> {
    const files = this.sources.open.visible.map((uri) => tree.fileOf(uri));
    return new Set(files.filter((file) => file !== undefined));
  }

  private locate(tree: IndexedTree, file: string, searches: readonly PendingSearch[]): Work {
    for (const { id } of searches) this.searching.add(id);
    const [request = { file, uri: tree.uriOf(file) }] = this.requests(tree, [file]);
    return { kind: 'locate', tree, request, searches };
  }

  private outline(tree: IndexedTree, files: readonly string[], isAwaited: boolean): Work {
    const ticket = ++this.lastTicket;
    if (isAwaited) this.awaitedTickets.add(ticket);
    const tickets = this.tickets.get(tree) ?? new Map<string, number>();
    this.tickets.set(tree, tickets);
    for (const file of files) tickets.set(file, ticket);
    return { kind: 'outline', tree, requests: this.requests(tree, files), ticket, isAwaited };
  }

  /** Makes questions about files. What is typed and not saved goes along with them. */
  private requests(tree: IndexedTree, files: readonly string[]): readonly SourceRequest[] {
    const unsaved = this.sources.open.unsaved();
    return files.map((file) => {
      const uri = tree.uriOf(file);
      const text = unsaved.get(uri)?.getText();
      return text === undefined ? { file, uri } : { file, uri, text };
    });
  }

  private ticketOf(tree: IndexedTree, file: string): number | undefined {
    return this.tickets.get(tree)?.get(file);
  }
}
