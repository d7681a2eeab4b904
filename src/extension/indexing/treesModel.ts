import * as vscode from 'vscode';
import { recogniseTrees } from '../../source/recognise';
import type { IndexedTrees, FoundTree } from '../../workspace/indexing/indexedTrees';
import type { IndexedTree } from '../../workspace/indexing/indexedTree';
import { Lifetime } from '../../workspace/lifetime';
import type { Log } from '../../workspace/log';
import { settings as names } from '../editor/contributions';
import type { Settings } from '../editor/settings';
import { folderKey } from '../editor/uris';
import type { SourceTrees } from '../model/model';
import type { Platform } from '../editor/platform';
import { EditorTree } from './editorTree';

/**
 * Finds the source trees: those of the workspace and of the settings; where there are none and notes are read, those that were
 * obtained.
 */
export class TreesModel extends Lifetime implements SourceTrees {
  private trees: readonly EditorTree[] = [];
  private looking: Promise<void> | undefined;
  private usesObtained = false;
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private readonly indexing = this.register(new vscode.EventEmitter<EditorTree>());
  readonly onDidIndex = this.indexing.event;

  /** Creates the model; `obtained` is the folder of the trees that were fetched, one for each release. */
  constructor(
    private readonly indexed: IndexedTrees,
    private readonly obtained: vscode.Uri,
    private readonly platform: Platform,
    private readonly settings: Settings,
    private readonly log: Log,
  ) {
    super();
    this.register(indexed.onDidChange(() => this.follow()));
    this.register(indexed.onDidIndex((tree) => this.tell(tree)));
    this.register(vscode.workspace.onDidChangeWorkspaceFolders(() => void this.look()));
    this.register(vscode.workspace.onDidGrantWorkspaceTrust(() => void this.look()));
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${names.section}.${names.sourceFolders}`)) void this.look();
      }),
    );
    this.register(vscode.window.onDidChangeActiveTextEditor((editor) => this.enter(editor)));
  }

  get all(): readonly EditorTree[] {
    return this.trees;
  }

  get active(): EditorTree | undefined {
    return this.viewOf(this.indexed.active);
  }

  of(uri: vscode.Uri): EditorTree | undefined {
    return this.viewOf(this.indexed.of(uri.toString()));
  }

  ready(): Promise<void> {
    return (this.looking ??= this.find());
  }

  /** Looks for trees again; trees that are still there stay as they are. */
  look(): Promise<void> {
    this.looking = (this.looking ?? Promise.resolve()).then(() => this.find());
    return this.looking;
  }

  /** Includes the obtained trees from now on. In a window that has nothing to do with Kafka they must cost nothing. */
  async useObtained(): Promise<void> {
    const isKnown = this.usesObtained;
    this.usesObtained = true;
    await this.ready();
    if (!isKnown && this.trees.length === 0) await this.look();
  }

  /** Makes this tree the active one, until the reader enters an editor of another tree. */
  activate(tree: EditorTree): void {
    this.indexed.activate(tree.indexed);
  }

  private async find(): Promise<void> {
    const began = performance.now();
    const folders = [...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri), ...this.settings.sourceFolders];
    let found = await this.recognise(folders);
    if (found.length === 0 && this.usesObtained) found = await this.recognise([this.obtained]);
    if (this.isDisposed) return;
    this.indexed.open(found, vscode.window.activeTextEditor?.document.uri.toString());
    const names = this.indexed.all.map(({ root, version }) => `${version ?? 'Kafka'} in ${root}`);
    this.log.info(
      `${names.length === 0 ? 'No source tree' : names.join(', ')}; looked ${(performance.now() - began).toFixed(0)} ms`,
    );
  }

  private async recognise(folders: readonly vscode.Uri[]): Promise<readonly FoundTree[]> {
    const { folders: files, project } = this.platform;
    const found = await Promise.all(folders.map((folder) => recogniseTrees(folderKey(folder), files, project.marks)));
    return found.flat().map((tree) => ({ ...tree, root: folderKey(vscode.Uri.parse(tree.root)) }));
  }

  private follow(): void {
    this.trees = this.indexed.all.map((tree) => this.viewOf(tree) ?? new EditorTree(tree));
    this.changed.fire();
  }

  private tell(tree: IndexedTree): void {
    const view = this.viewOf(tree);
    if (view !== undefined) this.indexing.fire(view);
  }

  private viewOf(tree: IndexedTree | undefined): EditorTree | undefined {
    return this.trees.find(({ indexed }) => indexed === tree);
  }

  private enter(editor: vscode.TextEditor | undefined): void {
    const tree = editor === undefined ? undefined : this.of(editor.document.uri);
    if (tree !== undefined) this.activate(tree);
  }
}
