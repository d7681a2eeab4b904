import { Emitter } from '../emitter';
import { Lifetime } from '../lifetime';
import { IndexedTree, type TreeParts } from './indexedTree';

/** A source tree that was found: the URI of its root in its canonical form, and its release. */
export interface FoundTree {
  readonly root: string;
  readonly version?: string;
}

/** The source trees that are open, and which of them the reader is in. */
export class IndexedTrees extends Lifetime {
  private trees: readonly IndexedTree[] = [];
  private current: IndexedTree | undefined;
  private readonly changed: Emitter<void>;
  /** Fires when trees came or went, or another one is active. */
  readonly onDidChange;
  private readonly indexed: Emitter<IndexedTree>;
  /** Fires with a tree in which files came, were indexed or went. */
  readonly onDidIndex;

  constructor(private readonly parts: TreeParts) {
    super();
    this.changed = this.register(new Emitter<void>(parts.log));
    this.onDidChange = this.changed.event;
    this.indexed = this.register(new Emitter<IndexedTree>(parts.log));
    this.onDidIndex = this.indexed.event;
  }

  get all(): readonly IndexedTree[] {
    return this.trees;
  }

  get active(): IndexedTree | undefined {
    return this.current;
  }

  /** Returns the tree that a file lies in; if there are several, the one whose root is the nearest. */
  of(uri: string): IndexedTree | undefined {
    let best: { readonly tree: IndexedTree; readonly file: string } | undefined;
    for (const tree of this.trees) {
      const file = tree.fileOf(uri);
      if (file !== undefined && file.length < (best?.file.length ?? Infinity)) best = { tree, file };
    }
    return best?.tree;
  }

  /**
   * Opens these trees and closes all others. Trees that were open before and have the same release stay as they are.
   * `front` is the URI of the file in front of the reader, whose tree becomes the active one.
   */
  open(found: readonly FoundTree[], front?: string): void {
    const before = this.trees;
    const byRoot = new Map(found.map((tree) => [tree.root, tree]));
    this.trees = Array.from(byRoot.values(), (one) => before.find((tree) => isSame(tree, one)) ?? this.create(one));
    for (const tree of before) if (!this.trees.includes(tree)) tree.dispose();
    if (this.current === undefined || !this.trees.includes(this.current)) this.current = this.trees[0];
    this.current = (front === undefined ? undefined : this.of(front)) ?? this.current;
    this.changed.fire();
  }

  /** Makes this tree the active one. */
  activate(tree: IndexedTree): void {
    if (tree === this.current) return;
    this.current = tree;
    this.changed.fire();
  }

  override dispose(): void {
    for (const tree of this.trees) tree.dispose();
    super.dispose();
  }

  private create({ root, version }: FoundTree): IndexedTree {
    const tree = new IndexedTree(root, version, this.parts);
    tree.onDidChange(() => this.indexed.fire(tree));
    return tree;
  }
}

function isSame(tree: IndexedTree, { root, version }: FoundTree): boolean {
  return tree.root === root && tree.version === version;
}
