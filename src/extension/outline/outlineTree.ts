import * as vscode from 'vscode';
import { Lifetime } from '../../workspace/lifetime';
import type { Model } from '../model/model';
import type { Slices } from '../../workspace/indexing/slices';
import { trailName } from '../editor/words';
import { outlinedFolder } from './outlinedFolder';
import { outlineItem } from './outlineItem';
import { noteTooltip } from './outlineProgress';
import { eachNode, outlineNodes, type OutlineNode } from './outlineNodes';

/** The outline as the editor's tree. */
export class OutlineTree extends Lifetime implements vscode.TreeDataProvider<OutlineNode> {
  private readonly changed = this.register(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.changed.event;
  /**
   * The roots are made when they are asked for and thrown away when the notes change. The editor knows nodes by their identity.
   */
  private nodes: readonly OutlineNode[] | undefined;

  constructor(
    private readonly model: Model,
    private readonly slices: Slices,
  ) {
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
    await this.slices.pause();
    return outlineItem(node, this.model.progress);
  }

  /** The editor reads the Markdown of tooltips in this thread, so a note has its own only when somebody asks for it. */
  resolveTreeItem(item: vscode.TreeItem, node: OutlineNode): vscode.TreeItem {
    if (node.kind === 'note') item.tooltip = noteTooltip(node, this.model.progress.ofNote(node.place.note));
    return item;
  }

  async getChildren(node?: OutlineNode): Promise<OutlineNode[]> {
    await this.model.notes.ready();
    if (this.nodes === undefined) await this.readSections();
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

  /** Returns the entry of a folder of notes. The only folder has none. */
  folder(uri: string): OutlineNode | undefined {
    return this.roots().find(({ kind, id }) => kind === 'folder' && id === uri);
  }

  /** Finding the sections and trails of hundreds of notes in one go would block this thread for too long; what is found stays known. */
  private async readSections(): Promise<void> {
    const { notes, progress, trails } = this.model;
    for (const { uri } of notes.folders.flatMap((folder) => folder.notes)) {
      await this.slices.pause();
      progress.ofNote(uri);
      trails.of(uri);
    }
  }

  private roots(): readonly OutlineNode[] {
    const { notes, progress, trails } = this.model;
    const trailsOf = (note: string) =>
      trails
        .of(note)
        .filter(({ isWritten }) => isWritten)
        .map((trail) => ({ id: trail.id, name: trailName(trail), steps: trail.steps.length }));
    this.nodes ??= outlineNodes(notes.folders.map((folder) => outlinedFolder(folder, { progress, trails: trailsOf })));
    return this.nodes;
  }
}
