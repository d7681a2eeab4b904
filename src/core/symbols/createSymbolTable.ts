import type { FileOutline, FileReading, UnreadReason } from './symbol';
import { SourceFolders } from './sourceFolders';
import type { LocatedSymbol, SymbolTable } from './symbolTable';

/** A table that its owner fills, file by file, in any order. What views get is its {@link SymbolTable}. */
export interface MutableSymbolTable extends SymbolTable {
  /** A file has appeared in the tree. */
  addFile(file: string): void;
  /** A file was read, the first time or again. One that was unknown joins the tree. */
  set(reading: FileReading): void;
  /** A file is gone from the tree. */
  remove(file: string): void;
}

/** A table of a tree with these source files (relative to its root, with `/`), none of them read. */
export function createSymbolTable(files: Iterable<string>): MutableSymbolTable {
  const table = new IndexedSymbolTable();
  for (const file of files) table.addFile(file);
  return table;
}

const none: readonly LocatedSymbol[] = [];

class IndexedSymbolTable implements MutableSymbolTable {
  readonly files = new Set<string>();
  private readonly folders = new SourceFolders();
  private readonly readings = new Map<string, FileReading>();
  private readonly unreadable = new Map<string, UnreadReason>();
  private readonly paths = new Index();
  private readonly names = new Index();
  /** Only paths that have a `$`: the others are their own plain path. */
  private readonly plainPaths = new Index();
  private readonly packages = new Map<string, Set<string>>();

  get complete(): boolean {
    return this.readings.size === this.files.size;
  }

  addFile(file: string): void {
    if (this.files.has(file)) return;
    this.files.add(file);
    this.folders.add(file);
  }

  set(reading: FileReading): void {
    this.addFile(reading.file);
    this.forget(reading.file);
    this.readings.set(reading.file, reading);
    if ('unread' in reading) this.unreadable.set(reading.file, reading.unread);
    else this.enter(reading.file, reading.outline);
  }

  remove(file: string): void {
    if (!this.files.delete(file)) return;
    this.folders.remove(file);
    this.forget(file);
  }

  reading(file: string): FileReading | undefined {
    return this.readings.get(file);
  }

  outline(file: string): FileOutline | undefined {
    const reading = this.readings.get(file);
    return reading !== undefined && 'outline' in reading ? reading.outline : undefined;
  }

  byPath(path: string): readonly LocatedSymbol[] {
    return this.paths.get(path);
  }

  byName(name: string): readonly LocatedSymbol[] {
    return this.names.get(name);
  }

  byPlainPath(plainPath: string): readonly LocatedSymbol[] {
    const [same, shorter] = [plainPath.includes('$') ? none : this.paths.get(plainPath), this.plainPaths.get(plainPath)];
    if (same.length === 0) return shorter;
    return shorter.length === 0 ? same : [...same, ...shorter];
  }

  packageFiles(name: string): readonly string[] {
    const rank = (file: string): number => {
      if (file.endsWith('/package-info.java') || file === 'package-info.java') return 0;
      return this.paths.get(`${name}.package$`).some((located) => located.file === file) ? 1 : 2;
    };
    return [...(this.packages.get(name) ?? [])].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  }

  unreadCandidates(path: string): readonly string[] {
    return this.folders.candidates(path).filter((file) => !this.readings.has(file));
  }

  unread(): ReadonlyMap<string, UnreadReason> {
    return this.unreadable;
  }

  private enter(file: string, outline: FileOutline): void {
    for (const { name } of outline.packages) {
      const files = this.packages.get(name);
      if (files === undefined) this.packages.set(name, new Set([file]));
      else files.add(file);
    }
    for (const symbol of outline.symbols) {
      const located = { file, symbol };
      this.paths.add(symbol.path, located);
      this.names.add(symbol.name, located);
      if (symbol.path.includes('$')) this.plainPaths.add(withoutDollars(symbol.path), located);
    }
  }

  private forget(file: string): void {
    const outline = this.outline(file);
    this.readings.delete(file);
    this.unreadable.delete(file);
    for (const { name } of outline?.packages ?? []) {
      const files = this.packages.get(name);
      files?.delete(file);
      if (files?.size === 0) this.packages.delete(name);
    }
    for (const { path, name } of outline?.symbols ?? []) {
      this.paths.remove(path, file);
      this.names.remove(name, file);
      this.plainPaths.remove(withoutDollars(path), file);
    }
  }
}

/** Symbols by a key that most share with no other: a list is kept only where there are several. */
class Index {
  private readonly entries = new Map<string, LocatedSymbol | LocatedSymbol[]>();

  get(key: string): readonly LocatedSymbol[] {
    const entry = this.entries.get(key);
    if (entry === undefined) return none;
    return Array.isArray(entry) ? entry : [entry];
  }

  add(key: string, located: LocatedSymbol): void {
    const entry = this.entries.get(key);
    if (entry === undefined) this.entries.set(key, located);
    else if (Array.isArray(entry)) entry.push(located);
    else this.entries.set(key, [entry, located]);
  }

  /** Takes out what stands in one file. */
  remove(key: string, file: string): void {
    const rest = this.get(key).filter((located) => located.file !== file);
    const [first] = rest;
    if (first === undefined) this.entries.delete(key);
    else this.entries.set(key, rest.length === 1 ? first : rest);
  }
}

function withoutDollars(path: string): string {
  return path.replaceAll('$', '');
}
