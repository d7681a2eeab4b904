import { EventEmitter, Uri } from 'vscode';
import { createSymbolTable } from '../../core/symbols/createSymbolTable';
import type { PackedFile } from '../../core/symbols/packedOutline';
import type { SymbolTable } from '../../core/symbols/symbolTable';
import { Lifetime } from '../lifetime';
import type { SourceTree } from '../../extension/model/model';
import { pause } from './slices';
import { pathBelow } from '../../extension/editor/uris';

/** One source tree, as far as it is known by now. */
export class IndexedTree extends Lifetime implements SourceTree {
  private readonly filling = createSymbolTable([]);
  private listed = false;
  readonly table: SymbolTable;
  private readonly changed = this.register(new EventEmitter<readonly string[]>());
  /** Fires with the files that came, were read or went; with none when all files are known. */
  readonly onDidChange = this.changed.event;
  private read = 0;

  constructor(
    readonly root: Uri,
    readonly version: string | undefined,
  ) {
    super();
    this.table = untilListed(this.filling, () => this.listed);
  }

  get isListed(): boolean {
    return this.listed;
  }

  get progress(): { readonly read: number; readonly total: number } {
    return { read: this.read, total: this.table.files.size };
  }

  uriOf(file: string): Uri {
    return Uri.joinPath(this.root, file);
  }

  fileOf(uri: Uri): string | undefined {
    return pathBelow(this.root, uri);
  }

  /** All files of the tree are these. */
  async list(files: readonly string[]): Promise<void> {
    for (const file of files) {
      this.filling.addFile(file);
      await pause();
    }
    this.listed = true;
    this.changed.fire([]);
  }

  set(readings: readonly PackedFile[]): void {
    for (const reading of readings) {
      if (this.filling.indexed(reading.file) === undefined) this.read++;
      this.filling.set(reading);
    }
    if (readings.length > 0) this.changed.fire(readings.map(({ file }) => file));
  }

  remove(file: string): void {
    if (!this.filling.files.has(file)) return;
    if (this.filling.indexed(file) !== undefined) this.read--;
    this.filling.remove(file);
    this.changed.fire([file]);
  }
}

/** A table whose files are not all known yet is never complete, whatever was read of them. */
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
