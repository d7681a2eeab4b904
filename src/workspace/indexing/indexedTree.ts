import { createSymbolTable } from '../../core/symbols/createSymbolTable';
import type { PackedFile } from '../../core/symbols/packedOutline';
import type { UnindexedReason } from '../../core/symbols/symbol';
import type { SymbolTable } from '../../core/symbols/symbolTable';
import { childUri } from '../../source/folders';
import { pathsBelow } from '../../source/pathsBelow';
import { Emitter } from '../emitter';
import { Lifetime } from '../lifetime';
import type { Log } from '../log';
import type { Slices } from './slices';

/** The means by which a tree takes in what is found in it. */
export interface TreeParts {
  readonly slices: Pick<Slices, 'pause'>;
  readonly log: Pick<Log, 'error'>;
}

/** One source tree, with everything that is known of it by now. */
export class IndexedTree extends Lifetime {
  private readonly contents = createSymbolTable([]);
  private listed = false;
  private unlisted: ReadonlyMap<string, UnindexedReason> = new Map();
  /**
   * The symbols that are known by now. It is the same object for the tree's whole life, and it is not complete before all
   * files are known.
   */
  readonly table: SymbolTable = untilListed(this.contents, () => this.listed);
  private readonly changed: Emitter<readonly string[]>;
  /** Fires with the files that came, were indexed or went; with none when all files are known. */
  readonly onDidChange;
  /** Returns the path, relative to the root and with `/`, of a URI in any encoding; undefined where it is not below the root. */
  readonly fileOf: (uri: string) => string | undefined;
  private indexed = 0;
  /** The files that went before the list was there, which may still have them. */
  private readonly gone = new Set<string>();

  /** `root` is a URI in its canonical form. `version` is the release, e.g. `2.2.0`, where the tree says it. */
  constructor(
    readonly root: string,
    readonly version: string | undefined,
    private readonly parts: TreeParts,
  ) {
    super();
    this.changed = this.register(new Emitter<readonly string[]>(parts.log));
    this.onDidChange = this.changed.event;
    this.fileOf = pathsBelow(root);
  }

  /** Tells whether all files of the tree are known. */
  get isListed(): boolean {
    return this.listed;
  }

  /** The folders of the tree that could not be listed, by their paths, with the reasons. */
  get unreadFolders(): ReadonlyMap<string, UnindexedReason> {
    return this.unlisted;
  }

  /** The number of files that are indexed, and of all that are known. */
  get progress(): { readonly indexed: number; readonly total: number } {
    return { indexed: this.indexed, total: this.table.files.size };
  }

  /** Returns the URI of a file. It is in the editor's encoding where the root is. */
  uriOf(file: string): string {
    return childUri(this.root, file);
  }

  /** Takes in the list of all files that the tree has. Folders that could not be listed may hold more. */
  async list(files: readonly string[], unreadFolders: ReadonlyMap<string, UnindexedReason> = new Map()): Promise<void> {
    this.unlisted = unreadFolders;
    for (const file of files) {
      if (!this.gone.has(file)) this.contents.addFile(file);
      await this.parts.slices.pause();
    }
    this.listed = true;
    this.gone.clear();
    this.changed.fire([]);
  }

  /** Takes in what was found in files, the first time or again. */
  set(outcomes: readonly PackedFile[]): void {
    for (const outcome of outcomes) {
      if (this.contents.indexed(outcome.file) === undefined) this.indexed++;
      this.contents.set(outcome);
    }
    if (outcomes.length > 0) this.changed.fire(outcomes.map(({ file }) => file));
  }

  remove(file: string): void {
    if (!this.listed) this.gone.add(file);
    if (!this.contents.files.has(file)) return;
    if (this.contents.indexed(file) !== undefined) this.indexed--;
    this.contents.remove(file);
    this.changed.fire([file]);
  }
}

/** A table whose files are not all known yet is never complete, even if all known ones are indexed. */
function untilListed(table: SymbolTable, isListed: () => boolean): SymbolTable {
  return {
    get files() {
      return table.files;
    },
    get complete() {
      return isListed() && table.complete;
    },
    indexed: (file) => table.indexed(file),
    outline: (file) => table.outline(file),
    owners: (file) => table.owners(file),
    packages: (file) => table.packages(file),
    hasType: (path) => table.hasType(path),
    byPath: (path) => table.byPath(path),
    byName: (name) => table.byName(name),
    byPlainPath: (path) => table.byPlainPath(path),
    named: (name) => table.named(name),
    directlyIn: (container, mark) => table.directlyIn(container, mark),
    unpack: (symbol) => table.unpack(symbol),
    packageFiles: (name) => table.packageFiles(name),
    filesNamed: (name) => table.filesNamed(name),
    unindexedCandidates: (path) => table.unindexedCandidates(path),
    unindexed: () => table.unindexed(),
  };
}
