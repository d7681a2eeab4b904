import type { Folders } from '../../source/folders';
import { listSourceFiles } from '../../source/walk';
import { languageOf } from '../../core/syntax/language';
import { detailOf } from '../../core/util/report';
import type { Log } from '../log';
import type { IndexedTree } from './indexedTree';
import type { IndexedTrees } from './indexedTrees';

/** From so many on, what came is not asked one by one whether it is a folder: a build makes thousands of files. */
const many = 32;

export interface ChangedFoldersParts {
  readonly trees: Pick<IndexedTrees, 'all' | 'of'>;
  readonly folders: Folders;
  /** Patterns of files that are listed though git ignores them. */
  readonly listed: readonly string[];
  readonly log: Pick<Log, 'warn'>;
  /** Called with a source file that nobody knew. */
  readonly found: (tree: IndexedTree, file: string) => void;
  /** Called with a file that went with its folder. */
  readonly lost: (tree: IndexedTree, file: string) => void;
}

/**
 * Finds the source files in folders that came, and drops those in folders that went. Who watches a tree, such as an editor,
 * may tell of a folder alone, and not of each file in it: when git checks out another branch, for example.
 */
export class ChangedFolders {
  /** The URIs of what came and may be a folder. */
  private readonly came = new Set<string>();
  /** The paths of what went, in each tree. */
  private readonly gone = new Map<IndexedTree, Set<string>>();
  /** The URIs of files and folders that went while the trees are looked through; undefined while they are not. */
  private goneMeanwhile: Set<string> | undefined;

  constructor(private readonly parts: ChangedFoldersParts) {}

  /** Tells whether nothing waits and nothing is looked for. */
  get isEmpty(): boolean {
    const isLeft = [...this.gone.keys()].some(({ isListed }) => isListed);
    return this.came.size === 0 && !isLeft && this.goneMeanwhile === undefined;
  }

  come(uri: string): void {
    this.came.add(uri);
    const tree = this.parts.trees.of(uri);
    // While a tree is listed for the first time, what went waits for the end of that, and this is there again.
    if (tree?.isListed === false) this.gone.get(tree)?.delete(tree.fileOf(uri) ?? '');
  }

  /** Takes note of a folder, or of a source file, that went. The latter is dropped by the caller. */
  go(uri: string): void {
    this.came.delete(uri);
    this.goneMeanwhile?.add(uri);
    if (languageOf(uri) !== undefined) return;
    const tree = this.parts.trees.of(uri);
    const path = tree?.fileOf(uri);
    if (tree === undefined || path === undefined) return;
    const paths = this.gone.get(tree);
    if (paths === undefined) this.gone.set(tree, new Set([path]));
    else paths.add(path);
  }

  /** Takes in what came and went. Resolves when that is done; never rejects. */
  async take(): Promise<void> {
    for (const [tree, paths] of this.gone) {
      const files = [...tree.table.files].filter((file) => hasAncestor(file, paths));
      for (const file of files) this.parts.lost(tree, file);
      // The list of a tree's files that is being made may have been in the folder before it went.
      if (tree.isListed || !this.parts.trees.all.includes(tree)) this.gone.delete(tree);
    }
    if (this.goneMeanwhile !== undefined) return;
    while (this.came.size > 0) {
      const uris = [...this.came];
      this.came.clear();
      this.goneMeanwhile = new Set();
      for (const tree of this.parts.trees.all) await this.look(tree, uris, this.goneMeanwhile);
    }
    this.goneMeanwhile = undefined;
  }

  private async look(tree: IndexedTree, uris: readonly string[], goneMeanwhile: ReadonlySet<string>): Promise<void> {
    const { folders, listed, log, found } = this.parts;
    const isLeft = (): boolean => !this.parts.trees.all.includes(tree);
    try {
      const inTree = uris.filter((uri) => this.parts.trees.of(uri) === tree);
      if (inTree.length === 0 || (inTree.length < many && !(await this.isAnyFolder(inTree)))) return;
      // What git ignores is known from the root only.
      const { files } = await listSourceFiles(tree.root, folders, isLeft, listed);
      if (isLeft()) return;
      const gone = new Set(Array.from(goneMeanwhile, (uri) => tree.fileOf(uri) ?? ''));
      const isThere = (file: string): boolean => !gone.has(file) && !hasAncestor(file, gone);
      for (const file of files) if (!tree.table.files.has(file) && isThere(file)) found(tree, file);
    } catch (error) {
      log.warn(`Nobody can tell what came to ${tree.root}: ${detailOf(error)}`);
    }
  }

  private async isAnyFolder(uris: readonly string[]): Promise<boolean> {
    const holds = uris.map(async (uri) => (await this.parts.folders.list(uri).catch(() => [])).length > 0);
    return (await Promise.all(holds)).includes(true);
  }
}

function hasAncestor(file: string, folders: ReadonlySet<string>): boolean {
  for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1))
    if (folders.has(file.slice(0, end))) return true;
  return false;
}
