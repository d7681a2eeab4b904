import { HashedIndex } from './hashedIndex';
import { keyOf, keysOf, type KeyKind } from './outlineKeys';
import {
  narrowed,
  ownersOf,
  symbolsAt,
  symbolsNamed,
  unpackOutline,
  unpackSymbol,
  unpackSymbols,
  type PackedFile,
  type PackedOutline,
} from './packedOutline';
import { FiledSymbols } from './filedSymbols';
import { Recent } from './recent';
import { SourceFolders } from './sourceFolders';
import type { FileOutline, SourceSymbol, UnindexedReason } from './symbol';
import type { FiledSymbol, LocatedSymbol, SymbolTable } from './symbolTable';

/** A table that its owner fills, file by file, in any order. Views get it as a {@link SymbolTable}. */
export interface MutableSymbolTable extends SymbolTable {
  /** Adds a file that has appeared in the tree. */
  addFile(file: string): void;
  /** Takes the outcome of reading a file, the first time or again. A file that was unknown joins the tree. */
  set(reading: PackedFile): void;
  /** Removes a file that is gone from the tree. */
  remove(file: string): void;
}

/** Returns a table of a tree with these source files (relative to its root, with `/`), none of them read. */
export function createSymbolTable(files: Iterable<string>): MutableSymbolTable {
  const table = new IndexedSymbolTable();
  for (const file of files) table.addFile(file);
  return table;
}

/** The most outlines that are kept unpacked. */
const unpackedAtMost = 64;

/** A file that has an outline. */
export type OutlinedFile = Extract<PackedFile, { readonly packed: unknown }>;

/**
 * A table that keeps every outline packed, and finds files, not symbols: an index of hashes tells which files may have a type, a
 * name or a package, and their outlines tell the rest. Symbols are made when somebody asks for them. All answers are in the order
 * of the files' paths, whatever was read first.
 */
class IndexedSymbolTable implements MutableSymbolTable {
  readonly files = new Set<string>();
  private readonly folders = new SourceFolders();
  /** The numbers of the files that were read. */
  private readonly numbers = new Map<string, number>();
  /** The outcome of reading each file, by the file's number. */
  private readonly readings: (PackedFile | undefined)[] = [];
  private readonly freeNumbers: number[] = [];
  private readonly unreadable = new Map<string, UnindexedReason>();
  private readonly index = new HashedIndex();
  private readonly recent = new Recent<FileOutline>(unpackedAtMost);
  private readonly lists = new FiledSymbols();

  get complete(): boolean {
    return this.numbers.size === this.files.size;
  }

  addFile(file: string): void {
    if (this.files.has(file)) return;
    this.files.add(file);
    this.folders.add(file);
  }

  set(reading: PackedFile): void {
    const { file } = reading;
    this.addFile(file);
    this.forget(file);
    this.lists.clear();
    const packed = kept(reading);
    const number = this.freeNumbers.pop() ?? this.readings.length;
    this.readings[number] = packed;
    this.numbers.set(file, number);
    if ('unindexed' in packed) this.unreadable.set(file, packed.unindexed);
    else for (const key of keysOf(packed.packed)) this.index.add(key, number);
  }

  remove(file: string): void {
    if (!this.files.delete(file)) return;
    this.folders.remove(file);
    this.forget(file);
  }

  indexed(file: string): PackedFile | undefined {
    const number = this.numbers.get(file);
    return number === undefined ? undefined : this.readings[number];
  }

  outline(file: string): FileOutline | undefined {
    const packed = this.packed(file);
    return packed && this.recent.get(file, () => unpackOutline(packed));
  }

  owners(file: string): ReadonlySet<string> {
    const packed = this.packed(file);
    return packed === undefined ? new Set() : ownersOf(packed);
  }

  packages(file: string): readonly string[] {
    return this.packed(file)?.packages.map(({ name }) => name) ?? [];
  }

  hasType(plainPath: string): boolean {
    return this.index.get(keyOf('owner', plainPath)).length > 0;
  }

  byPath(path: string): readonly LocatedSymbol[] {
    return located(this.filesWith('owner', ownerOf(path)), (packed) => symbolsAt(packed, path));
  }

  byName(name: string): readonly LocatedSymbol[] {
    return located(this.filesWith('name', name), (packed) =>
      symbolsNamed(packed, name).map((index) => unpackSymbol(packed, index, name)),
    );
  }

  byPlainPath(plainPath: string): readonly LocatedSymbol[] {
    const fits = (prefix: string, last: string): boolean =>
      plainPath.endsWith(withoutDollars(last)) && withoutDollars(prefix + last) === plainPath;
    return located(this.filesWith('owner', ownerOf(plainPath)), (packed) => unpackSymbols(packed, fits));
  }

  named(name: string): readonly FiledSymbol[] {
    return this.lists.named(name, () => this.filesWith('name', name));
  }

  directlyIn(plainContainer: string, mark: '.' | '#'): readonly FiledSymbol[] {
    const prefix = plainContainer === '' ? '' : plainContainer + mark;
    return this.lists.behind(prefix, () => {
      const owners = this.filesWith('owner', plainContainer);
      return mark === '#' ? owners : byPath(new Set([...owners, ...this.filesWith('package', plainContainer)]));
    });
  }

  unpack({ file, index, name }: FiledSymbol): LocatedSymbol | undefined {
    const packed = this.packed(file);
    return packed && { file, symbol: unpackSymbol(packed, index, name) };
  }

  packageFiles(name: string): readonly string[] {
    const declaring = this.filesWith('package', name).filter(({ packed }) => packed.packages.some((one) => one.name === name));
    const object = `${name}.package$`;
    const objects = new Set(this.filesWith('owner', object).filter(({ packed }) => ownersOf(packed).has(object)));
    const rank = (one: OutlinedFile): number => {
      if (one.file.endsWith('/package-info.java') || one.file === 'package-info.java') return 0;
      return objects.has(one) ? 1 : 2;
    };
    return declaring.toSorted((a, b) => rank(a) - rank(b)).map(({ file }) => file);
  }

  filesNamed(name: string): readonly string[] {
    return this.folders.named(name);
  }

  unindexedCandidates(path: string): readonly string[] {
    return this.folders.candidates(path).filter((file) => !this.numbers.has(file));
  }

  unindexed(): ReadonlyMap<string, UnindexedReason> {
    return this.unreadable;
  }

  private packed(file: string): PackedOutline | undefined {
    const reading = this.indexed(file);
    return reading !== undefined && 'packed' in reading ? reading.packed : undefined;
  }

  /** Returns all files with this key, and perhaps one with another key of the same hash. */
  private filesWith(kind: KeyKind, key: string): OutlinedFile[] {
    const readings = this.index.get(keyOf(kind, key)).map((number) => this.readings[number]);
    return byPath(readings.filter((reading) => reading !== undefined && 'packed' in reading));
  }

  private forget(file: string): void {
    const number = this.numbers.get(file);
    if (number === undefined) return;
    const packed = this.packed(file);
    if (packed !== undefined) for (const key of keysOf(packed)) this.index.remove(key, number);
    this.readings[number] = undefined;
    this.freeNumbers.push(number);
    this.numbers.delete(file);
    this.unreadable.delete(file);
    this.recent.delete(file);
    this.lists.clear();
  }
}

/** Returns a reading in the form in which it is kept. */
function kept(reading: PackedFile): PackedFile {
  return 'packed' in reading ? { file: reading.file, packed: narrowed(reading.packed) } : reading;
}

/** Returns the symbols that `find` finds in the files, with their files. */
function located(files: readonly OutlinedFile[], find: (packed: PackedOutline) => readonly SourceSymbol[]): LocatedSymbol[] {
  return files.flatMap(({ file, packed }) => find(packed).map((symbol) => ({ file, symbol })));
}

function byPath(files: Iterable<OutlinedFile>): OutlinedFile[] {
  return [...files].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Returns the path of the type that a path is a member of, or the path itself where it names a type. */
function ownerOf(path: string): string {
  const mark = path.indexOf('#');
  return mark < 0 ? path : path.slice(0, mark);
}

function withoutDollars(path: string): string {
  return path.includes('$') ? path.replaceAll('$', '') : path;
}
