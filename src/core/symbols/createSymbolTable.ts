import { ownersOf, packReading, unpackOutline, type PackedOutline, type PackedReading } from './packedOutline';
import { SourceFolders } from './sourceFolders';
import type { FileOutline, FileReading, UnreadReason } from './symbol';
import type { LocatedSymbol, SymbolTable } from './symbolTable';

/** A table that its owner fills, file by file, in any order. What views get is its {@link SymbolTable}. */
export interface MutableSymbolTable extends SymbolTable {
  /** A file has appeared in the tree. */
  addFile(file: string): void;
  /** A file was read, the first time or again. One that was unknown joins the tree. */
  set(reading: FileReading | PackedReading): void;
  /** A file is gone from the tree. */
  remove(file: string): void;
}

/** A table of a tree with these source files (relative to its root, with `/`), none of them read. */
export function createSymbolTable(files: Iterable<string>): MutableSymbolTable {
  const table = new IndexedSymbolTable();
  for (const file of files) table.addFile(file);
  return table;
}

/** Outlines that are kept unpacked: those that somebody asked for last. */
const unpackedAtMost = 64;

/**
 * Keeps every outline packed, and finds files, not symbols: of each file the types that it has members of are indexed.
 * Symbols are made when somebody asks for them.
 */
class IndexedSymbolTable implements MutableSymbolTable {
  readonly files = new Set<string>();
  private readonly folders = new SourceFolders();
  private readonly readings = new Map<string, PackedReading>();
  private readonly unreadable = new Map<string, UnreadReason>();
  private readonly filesByOwner = new FileIndex();
  private readonly filesByPlainOwner = new FileIndex();
  private readonly filesByPackage = new FileIndex();
  /** The last one used stands last. */
  private readonly unpacked = new Map<string, FileOutline>();

  get complete(): boolean {
    return this.readings.size === this.files.size;
  }

  addFile(file: string): void {
    if (this.files.has(file)) return;
    this.files.add(file);
    this.folders.add(file);
  }

  set(reading: FileReading | PackedReading): void {
    const { file } = reading;
    this.addFile(file);
    this.forget(file);
    const packed = 'outline' in reading ? packReading(reading) : reading;
    this.readings.set(file, packed);
    if ('unread' in packed) this.unreadable.set(file, packed.unread);
    else this.enter(file, packed.packed);
  }

  remove(file: string): void {
    if (!this.files.delete(file)) return;
    this.folders.remove(file);
    this.forget(file);
  }

  reading(file: string): PackedReading | undefined {
    return this.readings.get(file);
  }

  outline(file: string): FileOutline | undefined {
    const reading = this.readings.get(file);
    if (reading === undefined || 'unread' in reading) return undefined;
    const outline = this.unpacked.get(file) ?? unpackOutline(reading.packed);
    this.unpacked.delete(file);
    this.unpacked.set(file, outline);
    if (this.unpacked.size > unpackedAtMost) for (const oldest of this.unpacked.keys()) return this.drop(oldest, outline);
    return outline;
  }

  owners(file: string): ReadonlySet<string> {
    const reading = this.readings.get(file);
    return reading !== undefined && 'packed' in reading ? ownersOf(reading.packed) : new Set();
  }

  packages(file: string): readonly string[] {
    const reading = this.readings.get(file);
    return reading !== undefined && 'packed' in reading ? reading.packed.packages.map(({ name }) => name) : [];
  }

  byPath(path: string): readonly LocatedSymbol[] {
    return this.symbols(this.filesByOwner.get(ownerOf(path)), (symbol) => symbol.path === path);
  }

  byName(name: string): readonly LocatedSymbol[] {
    const line = `\n${name}\n`;
    const files: string[] = [];
    for (const [file, reading] of this.readings) {
      if ('packed' in reading && reading.packed.names.includes(line)) files.push(file);
    }
    return this.symbols(files, (symbol) => symbol.name === name);
  }

  byPlainPath(plainPath: string): readonly LocatedSymbol[] {
    const files = this.filesByPlainOwner.get(ownerOf(plainPath));
    return this.symbols(files, ({ path }) => withoutDollars(path) === plainPath);
  }

  packageFiles(name: string): readonly string[] {
    const objects = new Set(this.filesByOwner.get(`${name}.package$`));
    const rank = (file: string): number => {
      if (file.endsWith('/package-info.java') || file === 'package-info.java') return 0;
      return objects.has(file) ? 1 : 2;
    };
    return this.filesByPackage.get(name).toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  }

  unreadCandidates(path: string): readonly string[] {
    return this.folders.candidates(path).filter((file) => !this.readings.has(file));
  }

  unread(): ReadonlyMap<string, UnreadReason> {
    return this.unreadable;
  }

  private symbols(files: readonly string[], fits: (symbol: LocatedSymbol['symbol']) => boolean): LocatedSymbol[] {
    return files.flatMap((file) => {
      const found = this.outline(file)?.symbols.filter(fits) ?? [];
      return found.map((symbol) => ({ file, symbol }));
    });
  }

  private drop(oldest: string, newest: FileOutline): FileOutline {
    this.unpacked.delete(oldest);
    return newest;
  }

  private enter(file: string, outline: PackedOutline): void {
    this.eachKey(outline, (index, key) => index.add(key, file));
  }

  private forget(file: string): void {
    const reading = this.readings.get(file);
    this.readings.delete(file);
    this.unreadable.delete(file);
    this.unpacked.delete(file);
    if (reading !== undefined && 'packed' in reading) this.eachKey(reading.packed, (index, key) => index.remove(key, file));
  }

  private eachKey(outline: PackedOutline, act: (index: FileIndex, key: string) => void): void {
    for (const { name } of outline.packages) act(this.filesByPackage, name);
    for (const owner of ownersOf(outline)) {
      act(this.filesByOwner, owner);
      act(this.filesByPlainOwner, withoutDollars(owner));
    }
  }
}

/** Files by a key that most share with no other: a list is kept only where there are several. */
class FileIndex {
  private readonly entries = new Map<string, string | readonly string[]>();

  get(key: string): readonly string[] {
    const entry = this.entries.get(key);
    return entry === undefined ? [] : typeof entry === 'string' ? [entry] : entry;
  }

  add(key: string, file: string): void {
    const files = this.get(key);
    if (!files.includes(file)) this.entries.set(key, files.length === 0 ? file : [...files, file]);
  }

  remove(key: string, file: string): void {
    const rest = this.get(key).filter((one) => one !== file);
    const [first] = rest;
    if (first === undefined) this.entries.delete(key);
    else this.entries.set(key, rest.length === 1 ? first : rest);
  }
}

/** The type that a path is a member of, or the path itself where it names a type. */
function ownerOf(path: string): string {
  const mark = path.indexOf('#');
  return mark < 0 ? path : path.slice(0, mark);
}

function withoutDollars(path: string): string {
  return path.replaceAll('$', '');
}
