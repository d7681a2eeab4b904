import { languageOf } from '../../core/syntax/language';
import type { IndexedTree } from './indexedTree';

export interface FileInSight {
  readonly uri: string;
  readonly tree: IndexedTree;
  /** The path relative to the tree's root. */
  readonly file: string;
}

/**
 * The source files that can be seen and are to be indexed, the one in front first, each until somebody takes it or it is
 * hidden.
 */
export class FilesInSight {
  private readonly files = new Map<string, FileInSight>();

  /** `treeOf` returns the tree that a URI lies in. `isWanted` tells whether a file is still to be indexed. */
  constructor(
    private readonly treeOf: (uri: string) => IndexedTree | undefined,
    private readonly isWanted: (file: FileInSight) => boolean,
  ) {}

  get size(): number {
    return this.files.size;
  }

  /** Returns the first file that is still wanted, which then is in sight no more. Files that `isBarred` stay. */
  take(isBarred: (uri: string) => boolean): FileInSight | undefined {
    for (const [uri, file] of this.files) {
      if (isBarred(uri)) continue;
      this.files.delete(uri);
      if (this.isWanted(file)) return file;
    }
    return undefined;
  }

  /** Forgets a file that is gone. */
  drop(uri: string): void {
    this.files.delete(uri);
  }

  /** Takes these URIs, the one in front first, for what can be seen. Returns all source files of trees among them. */
  see(visible: readonly string[]): readonly FileInSight[] {
    this.files.clear();
    const all = [...new Set(visible)].flatMap((uri) => this.sourceAt(uri));
    for (const one of all) if (this.isWanted(one)) this.files.set(one.uri, one);
    return all;
  }

  private sourceAt(uri: string): readonly FileInSight[] {
    const tree = this.treeOf(uri);
    const file = tree?.fileOf(uri);
    return tree === undefined || file === undefined || languageOf(file) === undefined ? [] : [{ uri, tree, file }];
  }
}
