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

/** Kinds that have members, and so take part in a symbol path as `TYPE`, not as `#MEMBER`. */
export const typeKinds: ReadonlySet<SymbolKind> = new Set(['class', 'trait', 'object', 'interface', 'enum', 'annotation']);

/** A named declaration in Java or Scala source. */
export interface SourceSymbol {
  readonly kind: SymbolKind;
  /**
   * The canonical symbol path without parameters, as in an anchor behind `kafka:`,
   * e.g. `kafka.log.LogConfig$.LogConfigDef#define`. Unique only together with `parameters`.
   */
  readonly path: string;
  /** The declared name, without backticks; `<init>` for a constructor; without `$` for an object; `package` for a package object. */
  readonly name: string;
  /** Simple type names as written, of all parameter lists in one; only for methods and constructors. */
  readonly parameters?: readonly string[];
  /** The value of a string constant. */
  readonly value?: string;
  /** The whole declaration, its annotations and modifiers included, its doc comment not. */
  readonly range: Range;
  /** The name. For a primary constructor the name of its class; in backticks from the first backtick on. */
  readonly nameRange: Range;
  /** The doc comment right before the declaration, its marks included. */
  readonly doc?: Range;
}

/** Whether both are the same declaration of a file, or both none. */
export function isSameSymbol(one: SourceSymbol | undefined, other: SourceSymbol | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.path === other.path && one.kind === other.kind && comparePositions(one.nameRange.start, other.nameRange.start) === 0;
}

/** What one file declares, in source order (containers before what they contain). */
export interface FileOutline {
  /** Each package that the file declares something in, e.g. `kafka.server`; empty where there is no package clause. */
  readonly packages: readonly { readonly name: string; readonly nameRange: Range }[];
  readonly symbols: readonly SourceSymbol[];
  /** Whether the parser met an error in what declares something; bodies of methods and values it is never given. */
  readonly hasErrors: boolean;
  /** The text has blocks that only indentation ends, as Scala 3 allows: members of such a block may be lacking. */
  readonly hasIndentation?: true;
}

/** Why a file has no outline. The edges put it into words. */
export type UnindexedReason =
  'binary' | 'notUtf8' | 'tooLarge' | 'vanished' | 'noPermission' | 'unreadable' | 'timeout' | 'crashed';

/** The outcome of reading one file: never an exception, so that one bad file harms no other. */
export type IndexedFile =
  | { readonly file: string; readonly outline: FileOutline }
  | { readonly file: string; readonly unindexed: UnindexedReason; readonly detail?: string };
