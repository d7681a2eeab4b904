import type { PackedFile } from './packedOutline';
import type { FileOutline, SourceSymbol, SymbolKind, UnindexedReason } from './symbol';

/** A symbol and the file it stands in (path relative to the source tree's root, with `/`). */
export interface LocatedSymbol {
  readonly file: string;
  readonly symbol: SourceSymbol;
}

/** The facts that are known of a symbol without unpacking the outline of its file. */
export interface FiledSymbol {
  readonly file: string;
  /** Its number among the symbols of the file. */
  readonly index: number;
  readonly kind: SymbolKind;
  /** The text before the name in its path: `kafka.log.Log$#`, `kafka.log.`. */
  readonly prefix: string;
  readonly name: string;
}

/**
 * The facts that are known of one source tree: the files that it has and, for those already read, their outlines. "Not read yet"
 * and "does not exist" are different answers: see {@link SymbolTable.complete}. Symbols come in the order of their files' paths,
 * and within one file in source order, whatever was read first.
 */
export interface SymbolTable {
  /** The source files of the tree, read or not. */
  readonly files: ReadonlySet<string>;
  /** Whether every file was read (or found unreadable). */
  readonly complete: boolean;
  /** Returns the outcome of reading a file; undefined where the file is not of this tree or not read yet. */
  indexed(file: string): PackedFile | undefined;
  outline(file: string): FileOutline | undefined;
  /** Returns the canonical paths of all types in the file; where a symbol `OWNER#MEMBER` stands, its owner is among them. */
  owners(file: string): ReadonlySet<string>;
  /** Returns the packages that the file declares something in. */
  packages(file: string): readonly string[];
  /** Returns whether a file that was read has a type with this path, without any `$`. In rare cases it says so of another path. */
  hasType(plainPath: string): boolean;
  /** Returns all read symbols with this canonical path (overloads, and the same path in several files). */
  byPath(path: string): readonly LocatedSymbol[];
  /** Returns all read symbols with this name, which is the declared one, without `$`. */
  byName(name: string): readonly LocatedSymbol[];
  /** Returns all read symbols whose path, without any `$`, equals this one, which has none either. */
  byPlainPath(plainPath: string): readonly LocatedSymbol[];
  /** Returns the same as {@link byName}, but not unpacked, for callers that look through many symbols to find a few. */
  named(name: string): readonly FiledSymbol[];
  /**
   * Returns the types of a package or type (`.`), or the members of a type (`#`), not unpacked, from every container whose path,
   * without any `$`, is `plainContainer`.
   */
  directlyIn(plainContainer: string, mark: '.' | '#'): readonly FiledSymbol[];
  /** Returns the unpacked symbol; undefined where its file has no outline any more. The file must not have been read again since. */
  unpack(symbol: FiledSymbol): LocatedSymbol | undefined;
  /**
   * Returns the files that declare this package: `package-info.java` first, then files with the package object, then the others.
   */
  packageFiles(name: string): readonly string[];
  /** Returns the files of the tree with this name without extension, in no particular order. */
  filesNamed(name: string): readonly string[];
  /** Returns the files of the tree, not read yet, in which a symbol of this path could stand, the most likely first. */
  unindexedCandidates(path: string): readonly string[];
  unindexed(): ReadonlyMap<string, UnindexedReason>;
}
