import * as vscode from 'vscode';
import { Lifetime, Slot, type Disposable } from '../../workspace/lifetime';
import type { OpenFiles, UnsavedText } from '../../workspace/indexing/openFiles';
import { languageOf } from '../../core/syntax/language';
import { detailOf } from '../../core/util/report';
import { areSameItems } from '../../core/util/sameItems';
import type { Log } from '../../workspace/log';
import { isMissing } from '../editor/editorFolders';
import { unsavedDocuments } from '../editor/openTexts';
import type { EditorTree } from './editorTree';
import type { TreesModel } from './treesModel';

/** The files that editors show, and the changes in editors and on the disk below source trees. */
export class EditorFiles extends Lifetime implements OpenFiles {
  private readonly seen = this.register(new vscode.EventEmitter<void>());
  readonly onDidChangeVisible = this.seen.event;
  private readonly changed = this.register(new vscode.EventEmitter<string>());
  readonly onDidChange = this.changed.event;
  private readonly deleted = this.register(new vscode.EventEmitter<string>());
  readonly onDidDelete = this.deleted.event;
  /** The URIs of documents that were typed in. Such a document changes once more when it is closed without saving. */
  private readonly typed = new Set<string>();
  private watched: readonly EditorTree[] = [];
  private readonly watching = this.register(new Slot<Disposable>());

  constructor(private readonly trees: Pick<TreesModel, 'all' | 'onDidChange' | 'look'>) {
    super();
    this.register(vscode.window.onDidChangeVisibleTextEditors(() => this.seen.fire()));
    this.register(vscode.window.onDidChangeActiveTextEditor(() => this.seen.fire()));
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0) return;
        this.typed.add(document.uri.toString());
        this.change(document.uri);
      }),
    );
    this.register(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.typed.delete(uri.toString())) this.change(uri);
      }),
    );
    this.register(trees.onDidChange(() => this.watch()));
    this.watch();
  }

  get visible(): readonly string[] {
    const front = vscode.window.activeTextEditor;
    const editors = [...(front === undefined ? [] : [front]), ...vscode.window.visibleTextEditors];
    return editors.map(({ document }) => document.uri.toString());
  }

  unsaved(): ReadonlyMap<string, UnsavedText> {
    return unsavedDocuments();
  }

  private change(uri: vscode.Uri): void {
    if (languageOf(uri.path) !== undefined) this.changed.fire(uri.toString());
  }

  /** Watches trees, including those outside of the workspace, because the reader may run git in them. */
  private watch(): void {
    const { all } = this.trees;
    if (areSameItems(all, this.watched)) return;
    this.watched = all;
    this.watching.value = vscode.Disposable.from(...all.flatMap(({ root }) => this.watchers(root)));
  }

  /** A folder that comes or goes may be one event, whatever is in it, so all is watched and not only the source. */
  private watchers(root: vscode.Uri): readonly Disposable[] {
    const source = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, '**'));
    const version = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, 'gradle.properties'));
    const look = () => void this.trees.look();
    return [
      source,
      source.onDidCreate((uri) => this.changed.fire(uri.toString())),
      source.onDidChange((uri) => this.change(uri)),
      source.onDidDelete((uri) => this.deleted.fire(uri.toString())),
      version,
      version.onDidCreate(look),
      version.onDidChange(look),
      version.onDidDelete(look),
    ];
  }
}

/** Returns whether there is a file at a URI; false, with a log entry, also where the editor cannot tell. */
export async function isFile(uri: string, log: Pick<Log, 'warn'>): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(vscode.Uri.parse(uri));
    return (type & vscode.FileType.File) !== 0;
  } catch (error) {
    // A missing file is an answer, not a failure.
    if (!isMissing(error)) log.warn(`Nobody can tell whether ${uri} is there: ${detailOf(error)}`);
    return false;
  }
}
