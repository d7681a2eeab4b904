import * as vscode from 'vscode';
import { languageOf } from '../../core/syntax/language';
import { Lifetime } from '../../workspace/lifetime';
import type { IndexedTree } from '../../workspace/indexing/indexedTree';

export interface FileInSight {
  readonly uri: string;
  readonly tree: IndexedTree;
  /** Relative to the tree's root. */
  readonly file: string;
}

/** The source files that editors show, the one in front first, each until somebody takes it or its editor goes. */
export class FilesInSight extends Lifetime {
  private readonly files = new Map<string, FileInSight>();
  private readonly changed = this.register(new vscode.EventEmitter<readonly FileInSight[]>());
  /** Editors are shown or hidden: with all source files in them. */
  readonly onDidChange = this.changed.event;

  /** `treeOf`: of the URI of an editor. `isWanted`: whether the file is to be taken. */
  constructor(
    private readonly treeOf: (uri: vscode.Uri) => IndexedTree | undefined,
    private readonly isWanted: (file: FileInSight) => boolean,
  ) {
    super();
    this.register(vscode.window.onDidChangeVisibleTextEditors(() => this.look()));
    this.register(vscode.window.onDidChangeActiveTextEditor(() => this.look()));
  }

  get size(): number {
    return this.files.size;
  }

  /** The first that is still wanted; those that `isBarred` stay. */
  take(isBarred: (uri: string) => boolean): FileInSight | undefined {
    for (const [uri, file] of this.files) {
      if (isBarred(uri)) continue;
      this.files.delete(uri);
      if (this.isWanted(file)) return file;
    }
    return undefined;
  }

  /** This file is gone. */
  drop(uri: string): void {
    this.files.delete(uri);
  }

  look(): void {
    this.files.clear();
    const front = vscode.window.activeTextEditor;
    const all = new Map<string, FileInSight>();
    for (const { document } of [...(front === undefined ? [] : [front]), ...vscode.window.visibleTextEditors]) {
      const tree = this.treeOf(document.uri);
      const file = tree?.fileOf(document.uri);
      if (tree === undefined || file === undefined || languageOf(file) === undefined) continue;
      const uri = document.uri.toString();
      all.set(uri, { uri, tree, file });
    }
    for (const [uri, file] of all) if (this.isWanted(file)) this.files.set(uri, file);
    this.changed.fire([...all.values()]);
  }
}
