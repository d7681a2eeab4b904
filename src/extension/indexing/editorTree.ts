import { Uri } from 'vscode';
import type { IndexedTree } from '../../workspace/indexing/indexedTree';
import type { SourceTree } from '../model/model';

/** A source tree as the editor's views see it: with the editor's URIs. */
export class EditorTree implements SourceTree {
  readonly root: Uri;

  constructor(readonly indexed: IndexedTree) {
    this.root = Uri.parse(indexed.root);
  }

  get version() {
    return this.indexed.version;
  }

  get table() {
    return this.indexed.table;
  }

  get progress() {
    return this.indexed.progress;
  }

  uriOf(file: string): Uri {
    return Uri.joinPath(this.root, file);
  }

  fileOf(uri: Uri): string | undefined {
    return this.indexed.fileOf(uri.toString());
  }
}
