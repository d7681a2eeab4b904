import * as vscode from 'vscode';
import { views } from '../editor/contributions';
import { Lifetime, type Disposable } from '../../workspace/lifetime';
import type { Model } from '../model/model';
import { UnwrittenColour } from './outlineItem';
import type { OutlineNode } from './outlineNodes';
import { OutlineTree } from './outlineTree';

/** The view with the outline. */
export function registerOutline(model: Model): Disposable {
  return new OutlineView(model);
}

class OutlineView extends Lifetime {
  private readonly tree: OutlineTree;
  private readonly view: vscode.TreeView<OutlineNode>;
  private isColoured = false;

  constructor(private readonly model: Model) {
    super();
    this.tree = this.register(new OutlineTree(model));
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
    this.register(
      this.view.onDidChangeVisibility(() => {
        this.colour();
        this.selectShown();
      }),
    );
    if (this.view.visible) this.colour();
  }

  /** Registers the colours once somebody has seen the view. */
  private colour(): void {
    if (this.isColoured) return;
    this.isColoured = true;
    this.register(vscode.window.registerFileDecorationProvider(new UnwrittenColour()));
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
