import type { PackedFile } from './packedOutline';
import type { FileOutline, SourceSymbol, SymbolKind, UnindexedReason } from './symbol';

/** A symbol and the file it stands in (path relative to the source tree's root, with `/`). */
export interface LocatedSymbol {
  readonly file: string;
  readonly symbol: SourceSymbol;
}

/** What is known of a symbol without unpacking the outline of its file. */
export interface FiledSymbol {
  readonly file: string;
  /** Its number among the symbols of the file. */
  readonly index: number;
  readonly kind: SymbolKind;
  /** What stands before the name in its path: `kafka.log.Log$#`, `kafka.log.`. */
  readonly prefix: string;
  readonly name: string;
}

/**
 * What is known of one source tree: the files it has and, for those already read, their outlines.
 * "Not read yet" and "does not exist" are different answers: see {@link SymbolTable.complete}.
 * Symbols come in the order of their files' paths, in one file in source order: whatever was read first.
 */
export interface SymbolTable {
  /** All source files of the tree, read or not. */
  readonly files: ReadonlySet<string>;
  /** Whether every file was read (or found unreadable). */
  readonly complete: boolean;
  /** Undefined where the file is not of this tree or not read yet. */
  indexed(file: string): PackedFile | undefined;
  outline(file: string): FileOutline | undefined;
  /** The canonical paths of all types in the file: where a symbol `OWNER#MEMBER` stands, its owner is among them. */
  owners(file: string): ReadonlySet<string>;
  /** The packages that the file declares something in. */
  packages(file: string): readonly string[];
  /** All read symbols with this canonical path (overloads, and the same path in several files). */
  byPath(path: string): readonly LocatedSymbol[];
  /** All read symbols with this name: the declared one, no `$`. */
  byName(name: string): readonly LocatedSymbol[];
  /** All read symbols whose path without any `$` equals this one (also without any). */
  byPlainPath(plainPath: string): readonly LocatedSymbol[];
  /** The same as {@link byName}, not unpacked: for who looks through many to find a few. */
  named(name: string): readonly FiledSymbol[];
  /**
   * The types of a package or type (`.`), or the members of a type (`#`), not unpacked: of everything whose path, without any `$`,
   * is `plainContainer`.
   */
  directlyIn(plainContainer: string, mark: '.' | '#'): readonly FiledSymbol[];
  /** Undefined where its file has changed since. */
  unpack(symbol: FiledSymbol): LocatedSymbol | undefined;
  /** Files that declare this package; `package-info.java`, then a package object first. */
  packageFiles(name: string): readonly string[];
  /** Files of the tree with this name without extension, in no particular order. */
  filesNamed(name: string): readonly string[];
  /** Files of the tree, not read yet, in which a symbol of this path could stand, the most likely first. */
  unindexedCandidates(path: string): readonly string[];
  unindexed(): ReadonlyMap<string, UnindexedReason>;
}
