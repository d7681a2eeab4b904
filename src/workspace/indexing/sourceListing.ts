import * as vscode from 'vscode';
import { isMain } from '../../core/symbols/sourcePlace';
import type { Folders } from '../../source/folders';
import { listSourceFiles } from '../../source/walk';
import { Lifetime } from '../lifetime';
import type { IndexedTree } from './indexedTree';
import { pause } from './slices';
import type { TreesModel } from '../../extension/indexing/treesModel';
import { folderKey } from '../../extension/editor/uris';

/** Milliseconds after which a tree is listed, even though what is in front of the reader still takes time. */
const patience = 1000;

/** Which files the source trees have, and which of them nobody has asked for yet. */
export class SourceListing extends Lifetime {
  /** Of each tree, the last first; none while it is not listed. */
  private readonly rest = new Map<IndexedTree, string[]>();
  private readonly wanted = new Set<IndexedTree>();
  private late: ReturnType<typeof setTimeout> | undefined;
  private readonly listed = this.register(new vscode.EventEmitter<void>());
  /** A tree's files are known. */
  readonly onDidList = this.listed.event;

  constructor(
    private readonly trees: Pick<TreesModel, 'all' | 'onDidChange'>,
    private readonly folders: Folders,
    /** Patterns of files that are listed though git ignores them. */
    private readonly patterns: readonly string[],
    private readonly log: Pick<vscode.LogOutputChannel, 'info' | 'warn'>,
  ) {
    super();
    this.register(trees.onDidChange(() => this.leave()));
  }

  /** This tree's files are to be listed when there is time: {@link start}. */
  want(tree: IndexedTree): void {
    if (this.rest.has(tree)) return;
    this.rest.set(tree, []);
    this.wanted.add(tree);
    this.late ??= setTimeout(() => this.start(), patience);
  }

  /** Now there is time. */
  start(): void {
    clearTimeout(this.late);
    this.late = undefined;
    for (const tree of this.wanted) void this.list(tree);
    this.wanted.clear();
  }

  /** Some files more than are still to be read. */
  remaining(tree: IndexedTree): number {
    return this.rest.get(tree)?.length ?? 0;
  }

  /** Files that are not read and not asked for, at most `most`; main sources before tests and what is generated. */
  take(tree: IndexedTree, most: number, isAsked: (file: string) => boolean): readonly string[] {
    const [rest, taken] = [this.rest.get(tree) ?? [], new Array<string>()];
    while (taken.length < most) {
      const file = rest.pop();
      if (file === undefined) break;
      if (tree.table.files.has(file) && tree.table.indexed(file) === undefined && !isAsked(file)) taken.push(file);
    }
    return taken;
  }

  override dispose(): void {
    clearTimeout(this.late);
    super.dispose();
  }

  private leave(): void {
    for (const tree of this.rest.keys()) {
      if (this.trees.all.includes(tree)) continue;
      this.rest.delete(tree);
      this.wanted.delete(tree);
    }
  }

  private async list(tree: IndexedTree): Promise<void> {
    const began = performance.now();
    const isLeft = (): boolean => this.isDisposed || !this.rest.has(tree);
    const root = tree.root.toString();
    const { files, unreadable } = await listSourceFiles(folderKey(tree.root), this.folders, isLeft, this.patterns);
    if (isLeft()) return;
    this.log.info(`${files.length} source files in ${root}, listed in ${(performance.now() - began).toFixed(0)} ms`);
    for (const { folder, detail } of unreadable) this.log.warn(`${folder} in ${root} cannot be read: ${detail}`);
    await tree.list(files);
    if (isLeft()) return;
    // Not before: what is taken while the tree does not know it yet counts as gone.
    const [first, later]: [string[], string[]] = [[], []];
    for (const file of files) {
      (isMain(file) ? first : later).push(file);
      await pause();
    }
    if (isLeft()) return;
    this.rest.set(tree, [...first, ...later].reverse());
    this.listed.fire();
  }
}
