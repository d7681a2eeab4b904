import type { BindingChange } from '../../core/bindings/bindingIndex';
import { Emitter } from '../emitter';
import type { IndexedTree } from '../indexing/indexedTree';
import type { IndexedTrees } from '../indexing/indexedTrees';
import { Lifetime } from '../lifetime';
import { TreeBindings, type BindingParts } from './treeBindings';

/** The bindings against a tree that have changed. */
export interface TreeBindingChange extends BindingChange {
  readonly tree: IndexedTree;
}

/** The bindings of every tree that somebody asks about, each as long as its tree is open. */
export class BindingsByTree extends Lifetime {
  private readonly byTree = new Map<IndexedTree, TreeBindings>();
  private readonly changed: Emitter<TreeBindingChange>;
  readonly onDidChange;

  constructor(
    private readonly trees: Pick<IndexedTrees, 'all' | 'onDidChange'>,
    private readonly parts: BindingParts,
  ) {
    super();
    this.changed = this.register(new Emitter<TreeBindingChange>(parts.log));
    this.onDidChange = this.changed.event;
    this.register(trees.onDidChange(() => this.leave()));
  }

  /** Returns the bindings against a tree. They are kept true from the first call on. */
  of(tree: IndexedTree): TreeBindings {
    const known = this.byTree.get(tree);
    if (known !== undefined) return known;
    const bindings = new TreeBindings(tree, this.parts);
    bindings.onDidChange(({ notes, files }) => this.changed.fire({ tree, notes, files }));
    this.byTree.set(tree, bindings);
    return bindings;
  }

  /** Binds notes again that came, changed or went. */
  notesChanged(uris: Iterable<string>): void {
    const changed = [...uris];
    for (const bindings of this.byTree.values()) bindings.notesChanged(changed);
  }

  override dispose(): void {
    for (const bindings of this.byTree.values()) bindings.dispose();
    super.dispose();
  }

  private leave(): void {
    for (const [tree, bindings] of this.byTree) {
      if (this.trees.all.includes(tree)) continue;
      bindings.dispose();
      this.byTree.delete(tree);
    }
  }
}
