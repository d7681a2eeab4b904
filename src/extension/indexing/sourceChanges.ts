import * as vscode from 'vscode';
import { languageOf } from '../../core/syntax/language';
import { Debounced, Lifetime, Slot, type Disposable } from '../../workspace/lifetime';
import type { IndexedTree } from '../../workspace/indexing/indexedTree';
import type { IndexingQueue } from '../../workspace/indexing/indexingQueue';
import type { TreesModel } from './treesModel';

/** Milliseconds of quiet after a keystroke or an event of the disk until files are read again. */
const quiet = 250;

/** Notices what changes in source trees, in editors and on the disk, and has it read again. */
export class SourceChanges extends Lifetime {
  /** URIs of files that changed. */
  private readonly stale = new Map<string, vscode.Uri>();
  /** URIs of files that were read as an editor had them. */
  private readonly typed = new Set<string>();
  private readonly reading = this.register(new Debounced(quiet, () => this.readAgain()));
  private watched: readonly IndexedTree[] = [];
  private readonly watching = this.register(new Slot<Disposable>());

  constructor(
    private readonly trees: TreesModel,
    private readonly queue: IndexingQueue,
  ) {
    super();
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0) return;
        this.typed.add(document.uri.toString());
        this.note(document.uri);
      }),
    );
    this.register(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.typed.delete(uri.toString())) this.note(uri);
      }),
    );
    this.register(trees.onDidChange(() => this.watch()));
    this.watch();
  }

  /** Trees outside of the workspace are watched too: the reader may run git in them. */
  private watch(): void {
    const roots = this.trees.all;
    if (roots === this.watched) return;
    this.watched = roots;
    this.watching.value = vscode.Disposable.from(...roots.flatMap(({ root }) => this.watchers(root)));
  }

  private watchers(root: vscode.Uri): readonly Disposable[] {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, '**/*.{java,scala}'));
    const version = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, 'gradle.properties'));
    const look = () => void this.trees.look();
    return [
      watcher,
      watcher.onDidCreate((uri) => this.note(uri)),
      watcher.onDidChange((uri) => this.note(uri)),
      watcher.onDidDelete((uri) => this.gone(uri)),
      version,
      version.onDidCreate(look),
      version.onDidChange(look),
      version.onDidDelete(look),
    ];
  }

  private note(uri: vscode.Uri): void {
    if (languageOf(uri.path) === undefined || this.trees.of(uri) === undefined) return;
    this.stale.set(uri.toString(), uri);
    this.reading.request();
  }

  private gone(uri: vscode.Uri): void {
    this.stale.delete(uri.toString());
    const tree = this.trees.of(uri);
    const file = tree?.fileOf(uri);
    if (tree !== undefined && file !== undefined) this.queue.forget(tree, file);
  }

  private readAgain(): void {
    for (const uri of this.stale.values()) {
      const tree = this.trees.of(uri);
      const file = tree?.fileOf(uri);
      if (tree !== undefined && file !== undefined) this.queue.hasten(tree, file);
    }
    this.stale.clear();
  }
}
