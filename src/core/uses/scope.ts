/** What names mean at a place of a file, from the inside out. Plain data: scopes share their outer ones. */
export type Scope =
  | { readonly kind: 'file' }
  /** `name` is the whole name of a package; what stands in it is seen. */
  | { readonly kind: 'package'; readonly name: string; readonly outer: Scope }
  /** Import clauses that stand side by side: none is nearer than another. */
  | { readonly kind: 'imports'; readonly imports: readonly Import[]; readonly outer: Scope }
  /** Inside of a type that is a symbol. In its `head` (the parents, the constructor's parameters) only its parameters are seen. */
  | { readonly kind: 'type'; readonly path: string; readonly part: 'head' | 'body'; readonly outer: Scope }
  /** Inside of a class that is no symbol: what it inherits is seen. What it declares itself is bound locally. */
  | { readonly kind: 'local'; readonly parents: readonly TypeReference[]; readonly outer: Scope };

/** One name, or all names, of an import clause. */
export interface Import {
  /** What stands before the name. */
  readonly from: readonly string[];
  /** Undefined for all. */
  readonly name: string | undefined;
  /** What it is called here; undefined where it is hidden from the import of all beside it. */
  readonly as: string | undefined;
  /** For all: the names that are not among them, being renamed or hidden. */
  readonly except: readonly string[];
  /** Java: of members, not of types. */
  readonly isStatic: boolean;
}

/** A type as it is written. */
export type TypeReference =
  | { readonly kind: 'named'; readonly name: readonly string[]; readonly args: readonly TypeReference[]; readonly scope: Scope }
  | { readonly kind: 'all'; readonly parts: readonly TypeReference[] }
  | { readonly kind: 'tuple'; readonly parts: readonly TypeReference[] }
  | { readonly kind: 'array'; readonly element: TypeReference }
  /** What cannot be known from what is written: functions, type variables of methods, structural types. */
  | { readonly kind: 'opaque' };

export const opaque: TypeReference = { kind: 'opaque' };
