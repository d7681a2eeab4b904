import * as vscode from 'vscode';
import { Lifetime } from '../../workspace/lifetime';
import type { Model } from '../model/model';
import { pause } from '../../workspace/indexing/slices';
import { outlinedFolder } from './outlinedFolder';
import { outlineItem } from './outlineItem';
import { eachNode, outlineNodes, type OutlineNode } from './outlineNodes';

/** The outline as the editor's tree. */
export class OutlineTree extends Lifetime implements vscode.TreeDataProvider<OutlineNode> {
  private readonly changed = this.register(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.changed.event;
  /**
   * The roots are made when they are asked for and thrown away when the notes change. The editor knows nodes by their identity.
   */
  private nodes: readonly OutlineNode[] | undefined;

  constructor(private readonly model: Model) {
    super();
    this.register(
      model.notes.onDidChange(() => {
        this.nodes = undefined;
        this.changed.fire(undefined);
      }),
    );
    this.register(model.progress.onDidChange(() => this.changed.fire(undefined)));
  }

  /** Counting the reading time of hundreds of notes would block this thread for too long. */
  async getTreeItem(node: OutlineNode): Promise<vscode.TreeItem> {
    await pause();
    return outlineItem(node, this.model.progress);
  }

  async getChildren(node?: OutlineNode): Promise<OutlineNode[]> {
    await this.model.notes.ready();
    return [...(node?.children ?? this.roots())];
  }

  getParent(node: OutlineNode): OutlineNode | undefined {
    return node.parent;
  }

  /** Returns the entry of a note. */
  find(note: string): OutlineNode | undefined {
    for (const node of eachNode(this.roots())) {
      if (node.kind === 'note' && node.place.note === note) return node;
    }
    return undefined;
  }

  private roots(): readonly OutlineNode[] {
    this.nodes ??= outlineNodes(this.model.notes.folders.map((folder) => outlinedFolder(folder, this.model.progress)));
    return this.nodes;
  }
}
