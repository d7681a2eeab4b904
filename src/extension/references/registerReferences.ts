import * as vscode from 'vscode';
import { views } from '../editor/contributions';
import { Lifetime, type Disposable } from '../../workspace/lifetime';
import type { ReferenceNode } from './referenceNode';
import type { ReferenceParts, References } from './references';

type Ask = vscode.ReferenceProvider['provideReferences'];

/** Loads the code that finds references when somebody looks for them. */
export class ReferenceLoader extends Lifetime {
  private loading: Promise<References> | undefined;
  /** The view, which exists once there is a source tree. */
  view: { show(): Promise<void> } | undefined;

  constructor(private readonly parts: ReferenceParts) {
    super();
  }

  get(): Promise<References> {
    return (this.loading ??= import('./createReferences').then(({ createReferences }) =>
      this.register(createReferences(this.parts)),
    ));
  }
}

/** Registers _Find All References_ on an anchor in a Markdown editor. */
export function registerAnchorReferences(loader: ReferenceLoader): Disposable {
  const provideReferences: Ask = async (...question) => (await loader.get()).ofAnchor(...question);
  return vscode.languages.registerReferenceProvider({ language: 'markdown' }, { provideReferences });
}

/**
 * Registers the view that follows the cursor, and _Find All References_ in source. There the certain uses in
 * code are listed, unless a language server finds them, and behind them what notes say, but only for what surely is a symbol of
 * the tree.
 */
export function registerSymbolReferences(loader: ReferenceLoader, source: vscode.DocumentSelector): Disposable {
  const provideReferences: Ask = async (...question) => (await loader.get()).ofSymbol(...question);
  const searching = vscode.languages.registerReferenceProvider(source, { provideReferences });
  const view = new ReferencesView(loader);
  loader.view = view;
  return vscode.Disposable.from(view, searching);
}

class ReferencesView extends Lifetime implements vscode.TreeDataProvider<ReferenceNode> {
  private readonly changed = this.register(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view = this.register(
    vscode.window.createTreeView<ReferenceNode>(views.references, { treeDataProvider: this }),
  );
  private references: References | undefined;

  constructor(private readonly loader: ReferenceLoader) {
    super();
    this.register(this.view.onDidChangeVisibility(({ visible }) => void this.references?.follow(visible)));
  }

  async getChildren(node?: ReferenceNode): Promise<ReferenceNode[]> {
    if (node !== undefined) return [...node.children];
    const references = this.references ?? (await this.load());
    return [...(references.shown?.nodes ?? [])];
  }

  /** The view reveals only entries without a parent. */
  getParent(): undefined {
    return undefined;
  }

  /** Gives the keyboard to the first entry, or to the view, which says why it has none. */
  async show(): Promise<void> {
    const references = this.references ?? (await this.load());
    await references.follow(true);
    const [first] = references.shown?.nodes ?? [];
    if (first === undefined) await vscode.commands.executeCommand(`${views.references}.focus`);
    else await this.view.reveal(first, { focus: true, select: false });
  }

  getTreeItem({ item }: ReferenceNode): vscode.TreeItem {
    return item;
  }

  private async load(): Promise<References> {
    const references = await this.loader.get();
    if (this.references === undefined) {
      this.references = references;
      this.register(references.onDidChange(() => this.update(references)));
    }
    await references.follow(this.view.visible);
    return references;
  }

  private update({ shown }: References): void {
    this.view.description = shown?.name ?? '';
    this.view.message = shown?.message ?? '';
    this.changed.fire(undefined);
  }
}
