import * as vscode from 'vscode';
import { recogniseTrees, type RecognisedTree } from '../../source/recognise';
import { settings as names } from '../editor/contributions';
import { Lifetime } from '../../workspace/lifetime';
import type { Platform } from '../editor/platform';
import { IndexedTree } from '../../workspace/indexing/indexedTree';
import type { SourceTrees } from '../model/model';
import type { Settings } from '../editor/settings';
import { folderKey } from '../editor/uris';

/** The source trees of the workspace, of the settings and, where there is none else and somebody reads notes, those that were obtained. */
export class TreesModel extends Lifetime implements SourceTrees {
  private trees: readonly IndexedTree[] = [];
  private current: IndexedTree | undefined;
  private looking: Promise<void> | undefined;
  private usesObtained = false;
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private readonly read = this.register(new vscode.EventEmitter<IndexedTree>());
  readonly onDidRead = this.read.event;

  /** `obtained`: the folder in which trees that were fetched lie, one a release. */
  constructor(
    private readonly obtained: vscode.Uri,
    private readonly platform: Platform,
    private readonly settings: Settings,
    private readonly log: vscode.LogOutputChannel,
  ) {
    super();
    this.register(vscode.workspace.onDidChangeWorkspaceFolders(() => void this.look()));
    this.register(vscode.workspace.onDidGrantWorkspaceTrust(() => void this.look()));
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${names.section}.${names.sourceFolders}`)) void this.look();
      }),
    );
    this.register(vscode.window.onDidChangeActiveTextEditor((editor) => this.enter(editor)));
  }

  get all(): readonly IndexedTree[] {
    return this.trees;
  }

  get active(): IndexedTree | undefined {
    return this.current;
  }

  of(uri: vscode.Uri): IndexedTree | undefined {
    let best: IndexedTree | undefined;
    for (const tree of this.trees) {
      if (tree.fileOf(uri) !== undefined && tree.root.path.length > (best?.root.path.length ?? -1)) best = tree;
    }
    return best;
  }

  ready(): Promise<void> {
    return (this.looking ??= this.find());
  }

  /** Looks again; trees that are still there stay as they are. */
  look(): Promise<void> {
    this.looking = (this.looking ?? Promise.resolve()).then(() => this.find());
    return this.looking;
  }

  /** From now on what was obtained counts too: in a window that has nothing to do with Kafka it must cost nothing. */
  async useObtained(): Promise<void> {
    const isKnown = this.usesObtained;
    this.usesObtained = true;
    await this.ready();
    if (!isKnown && this.trees.length === 0) await this.look();
  }

  /** Makes this tree the active one, until an editor of another one is entered. */
  activate(tree: IndexedTree): void {
    if (tree === this.current) return;
    this.current = tree;
    this.changed.fire();
  }

  private async find(): Promise<void> {
    const began = performance.now();
    const folders = [...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri), ...this.settings.sourceFolders];
    let found = await this.recognise(folders);
    if (found.size === 0 && this.usesObtained) found = await this.recognise([this.obtained]);
    if (this.isDisposed) return;
    const kept = this.trees.filter(({ root, version }) => {
      const again = found.get(folderKey(root));
      return again !== undefined && again.version === version;
    });
    for (const tree of this.trees) if (!kept.includes(tree)) tree.dispose();
    this.trees = [...found].map(([key, tree]) => kept.find(({ root }) => folderKey(root) === key) ?? this.create(key, tree));
    const names = this.trees.map(({ root, version }) => `${version ?? 'Kafka'} in ${root.toString()}`);
    this.log.info(
      `${names.length === 0 ? 'No source tree' : names.join(', ')}; looked ${(performance.now() - began).toFixed(0)} ms`,
    );
    if (this.current === undefined || !this.trees.includes(this.current)) this.current = this.trees[0];
    const editor = vscode.window.activeTextEditor;
    this.current = (editor === undefined ? undefined : this.of(editor.document.uri)) ?? this.current;
    this.changed.fire();
  }

  private async recognise(folders: readonly vscode.Uri[]): Promise<Map<string, RecognisedTree>> {
    const { folders: files, project } = this.platform;
    const found = await Promise.all(folders.map((folder) => recogniseTrees(folderKey(folder), files, project.marks)));
    return new Map(found.flat().map((tree) => [folderKey(vscode.Uri.parse(tree.root)), tree]));
  }

  private create(key: string, { version }: RecognisedTree): IndexedTree {
    const tree = new IndexedTree(vscode.Uri.parse(key), version);
    tree.onDidChange(() => this.read.fire(tree));
    return tree;
  }

  private enter(editor: vscode.TextEditor | undefined): void {
    const tree = editor === undefined ? undefined : this.of(editor.document.uri);
    if (tree !== undefined) this.activate(tree);
  }

  override dispose(): void {
    for (const tree of this.trees) tree.dispose();
    super.dispose();
  }
}
