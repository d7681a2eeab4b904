import * as vscode from 'vscode';
import { views } from '../editor/contributions';
import type { Slices } from '../../workspace/indexing/slices';
import { Lifetime, type Disposable } from '../../workspace/lifetime';
import type { Model } from '../model/model';
import type { OutlineNode } from './outlineNodes';
import { AddedFolders } from './addedFolders';
import { OutlineTree } from './outlineTree';

/** The view with the outline. */
export function registerOutline(model: Model, slices: Slices): Disposable {
  return new OutlineView(model, slices);
}

class OutlineView extends Lifetime {
  private readonly tree: OutlineTree;
  private readonly view: vscode.TreeView<OutlineNode>;

  constructor(
    private readonly model: Model,
    slices: Slices,
  ) {
    super();
    this.tree = this.register(new OutlineTree(model, slices));
    this.view = this.register(
      vscode.window.createTreeView(views.outline, { treeDataProvider: this.tree, showCollapseAll: true }),
    );
    this.register(
      this.view.onDidChangeCheckboxState(({ items }) => {
        for (const read of [true, false]) {
          const wanted = read ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked;
          const places = items.flatMap(([node, state]) => (node.kind === 'section' && state === wanted ? [node.place] : []));
          model.progress.mark(places, read);
        }
      }),
    );
    this.register(model.panel.onDidChange(() => this.selectShown()));
    this.register(new AddedFolders(model.notes, (folder) => this.revealFolder(folder)));
    this.register(this.view.onDidChangeVisibility(() => this.selectShown()));
  }

  /** Shows a folder that the reader has added, here and now. Other windows of the reader take it in without a word. */
  private revealFolder(folder: string): void {
    const node = vscode.window.state.focused ? this.tree.folder(folder) : undefined;
    if (node === undefined) return;
    this.view.reveal(node, { select: true, focus: false, expand: true }).then(undefined, () => undefined);
  }

  /** Selects the entry of the note in the panel, unless its section is. The focus stays where it is. */
  private selectShown(): void {
    const { place } = this.model.panel;
    if (place === undefined || !this.view.visible) return;
    const node = this.tree.find(place.note);
    const isShown = (one: OutlineNode): boolean =>
      one === node || (one.kind === 'section' && one.place.note === place.note && one.place.slug === place.slug);
    if (node === undefined || this.view.selection.some(isShown)) return;
    // The tree may have been thrown away meanwhile. The next change selects the entry then.
    this.view.reveal(node, { select: true, focus: false }).then(undefined, () => undefined);
  }
}
