import { comparePositions, type Range } from '../util/range';

/** The kinds of symbol that stand in a file. A package is not one of them: see {@link FileOutline.packages}. */
export const symbolKinds = [
  'class',
  'trait',
  'object',
  'interface',
  'enum',
  'enumConstant',
  'annotation',
  'method',
  'constructor',
  'field',
  'val',
  'var',
  'type',
] as const;

export type SymbolKind = (typeof symbolKinds)[number];

/** The kinds that have members, and so take part in a symbol path as `TYPE`, not as `#MEMBER`. */
export const typeKinds: ReadonlySet<SymbolKind> = new Set(['class', 'trait', 'object', 'interface', 'enum', 'annotation']);

/** A named declaration in Java or Scala source. */
export interface SourceSymbol {
  readonly kind: SymbolKind;
  /**
   * The canonical symbol path without parameters, as in an anchor behind `kafka:`, e.g.
   * `kafka.log.LogConfig$.LogConfigDef#define`. It is unique only together with `parameters`.
   */
  readonly path: string;
  /** The declared name, without backticks; `<init>` for a constructor; without `$` for an object; `package` for a package object. */
  readonly name: string;
  /** The simple type names as written, of all parameter lists in one; only methods and constructors have them. */
  readonly parameters?: readonly string[];
  /** The value of a string constant. */
  readonly value?: string;
  /** The range of the whole declaration, with its annotations and modifiers, without its doc comment. */
  readonly range: Range;
  /**
   * The range of the name. For a primary constructor it is the name of its class; for a name in backticks it begins at the first
   * backtick.
   */
  readonly nameRange: Range;
  /** The range of the doc comment right before the declaration, with its marks. */
  readonly doc?: Range;
}

/** Returns whether both are the same declaration of a file, or both are undefined. */
export function isSameSymbol(one: SourceSymbol | undefined, other: SourceSymbol | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.path === other.path && one.kind === other.kind && comparePositions(one.nameRange.start, other.nameRange.start) === 0;
}

/** The declarations of one file, in source order (containers before the declarations in them). */
export interface FileOutline {
  /** Each package that the file declares something in, e.g. `kafka.server`; empty where there is no package clause. */
  readonly packages: readonly { readonly name: string; readonly nameRange: Range }[];
  readonly symbols: readonly SourceSymbol[];
  /** Whether the parser met an error in the code that declares something; it never sees the bodies of methods and values. */
  readonly hasErrors: boolean;
  /**
   * Whether the text has blocks that end only with their indentation, as Scala 3 allows: members of such a block may be lacking.
   */
  readonly hasIndentation?: true;
}

/** The reason why a file has no outline. The edges put it into words. */
export type UnindexedReason =
  'binary' | 'notUtf8' | 'tooLarge' | 'vanished' | 'noPermission' | 'unreadable' | 'timeout' | 'crashed';

/** The outcome of reading one file. It is never an exception, so that one bad file harms no other. */
export type IndexedFile =
  | { readonly file: string; readonly outline: FileOutline }
  | { readonly file: string; readonly unindexed: UnindexedReason; readonly detail?: string };
