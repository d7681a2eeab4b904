import type { UnindexedReason } from '../../core/symbols/symbol';
import { isMain } from '../../core/symbols/sourcePlace';
import type { Folders } from '../../source/folders';
import { listSourceFiles, type Listing } from '../../source/walk';
import { Emitter } from '../emitter';
import { Later, Lifetime, Slot } from '../lifetime';
import { detailOf } from '../../core/util/report';
import type { Log } from '../log';
import type { IndexedTree } from './indexedTree';
import type { Slices } from './slices';

/** Milliseconds after which a tree is listed, even though what is in front of the reader still takes time. */
const patience = 1000;

/** Lists which files the source trees have, and knows which of them nobody has asked for yet. */
export class SourceListing extends Lifetime {
  /** The files of each tree that nobody has asked for, the last first; none while the tree is not listed. */
  private readonly rest = new Map<IndexedTree, string[]>();
  private readonly wanted = new Set<IndexedTree>();
  private readonly failed = new WeakSet<IndexedTree>();
  private readonly late = this.register(new Slot<Later>());
  private readonly listed: Emitter<void>;
  /** Fires when the files of a tree are known, or cannot be listed. */
  readonly onDidList;

  constructor(
    private readonly folders: Folders,
    /** Patterns of files that are listed though git ignores them. */
    private readonly patterns: readonly string[],
    private readonly slices: Pick<Slices, 'pause'>,
    private readonly log: Log,
  ) {
    super();
    this.listed = this.register(new Emitter<void>(log));
    this.onDidList = this.listed.event;
  }

  /** Lists the files of this tree when there is time: see {@link start}. */
  want(tree: IndexedTree): void {
    if (this.rest.has(tree)) return;
    this.rest.set(tree, []);
    this.wanted.add(tree);
    this.late.value ??= new Later(patience, () => this.start());
  }

  /** Lists the wanted trees: now there is time. */
  start(): void {
    this.late.value = undefined;
    for (const tree of this.wanted) void this.list(tree);
    this.wanted.clear();
  }

  /** Tells whether this tree cannot be listed. */
  gaveUp(tree: IndexedTree): boolean {
    return this.failed.has(tree);
  }

  /** An upper bound of the files left. */
  remaining(tree: IndexedTree): number {
    return this.rest.get(tree)?.length ?? 0;
  }

  /**
   * Returns at most `most` files that are neither indexed nor asked for; main sources come before tests and what is
   * generated.
   */
  take(tree: IndexedTree, most: number, isAsked: (file: string) => boolean): readonly string[] {
    const [rest, taken] = [this.rest.get(tree) ?? [], new Array<string>()];
    while (taken.length < most) {
      const file = rest.pop();
      if (file === undefined) break;
      if (tree.table.files.has(file) && tree.table.indexed(file) === undefined && !isAsked(file)) taken.push(file);
    }
    return taken;
  }

  /** Drops a tree of which nothing is wanted any more. */
  leave(tree: IndexedTree): void {
    this.rest.delete(tree);
    this.wanted.delete(tree);
  }

  private async list(tree: IndexedTree): Promise<void> {
    const began = performance.now();
    const isLeft = (): boolean => this.isDisposed || !this.rest.has(tree);
    try {
      const { files, unreadable } = await listSourceFiles(tree.root, this.folders, isLeft, this.patterns);
      if (isLeft()) return;
      this.log.info(`${files.length} source files in ${tree.root}, listed in ${(performance.now() - began).toFixed(0)} ms`);
      for (const { folder, detail } of unreadable) this.log.warn(`${folder} in ${tree.root} cannot be read: ${detail}`);
      await tree.list(files, unreadFolders(unreadable));
      const rest = await this.inOrder(files);
      if (isLeft()) return;
      // A file that is taken before the tree knows it would count as gone: therefore the tree comes first.
      this.rest.set(tree, rest.reverse());
    } catch (error) {
      this.failed.add(tree);
      this.log.error(`The files of ${tree.root} are not listed: ${detailOf(error)}`);
    }
    this.listed.fire();
  }

  /** Sorts main sources before all others. */
  private async inOrder(files: readonly string[]): Promise<string[]> {
    const [first, later]: [string[], string[]] = [[], []];
    for (const file of files) {
      (isMain(file) ? first : later).push(file);
      await this.slices.pause();
    }
    return [...first, ...later];
  }
}

/** Returns why folders could not be listed, by their paths below the root. Node and the editor name errors in their messages. */
export function unreadFolders(unreadable: Listing['unreadable']): ReadonlyMap<string, UnindexedReason> {
  const reasonOf = (detail: string) => (/\b(?:EACCES|EPERM|NoPermissions)\b/.test(detail) ? 'noPermission' : 'unreadable');
  return new Map(unreadable.map(({ folder, detail }) => [folder, reasonOf(detail)]));
}
