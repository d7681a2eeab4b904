/**
 * The scopes that give names their meaning at a place in a file, from the inside out. They are plain data, and share their outer
 * scopes.
 */
export type Scope =
  | { readonly kind: 'file' }
  /** A package; `name` is its full name, and the names in it are visible. */
  | { readonly kind: 'package'; readonly name: string; readonly outer: Scope }
  /** Import clauses that stand side by side; none is nearer than another. */
  | { readonly kind: 'imports'; readonly imports: readonly Import[]; readonly outer: Scope }
  /**
   * The inside of a type that is a symbol. In its `head` (the parents, the constructor's parameters) only its parameters are
   * visible.
   */
  | { readonly kind: 'type'; readonly path: string; readonly part: 'head' | 'body'; readonly outer: Scope }
  /** The inside of a class that is no symbol. What it inherits is visible; what it declares itself is bound locally. */
  | { readonly kind: 'local'; readonly parents: readonly TypeReference[]; readonly outer: Scope };

/** One name, or all names, that an import clause imports. */
export interface Import {
  /** The names before the imported one, in order. */
  readonly from: readonly string[];
  /** The imported name; undefined where all are imported. */
  readonly name: string | undefined;
  /** The name that it has here; undefined for an import of all, and where the name is hidden from the import of all beside it. */
  readonly as: string | undefined;
  /** The names that an import of all leaves out because they are renamed or hidden beside it. */
  readonly except: readonly string[];
  /** Whether it is a static import of Java, which imports members. */
  readonly isStatic: boolean;
}

/** A type as it is written in the source. */
export type TypeReference =
  | { readonly kind: 'named'; readonly name: readonly string[]; readonly args: readonly TypeReference[]; readonly scope: Scope }
  | { readonly kind: 'all'; readonly parts: readonly TypeReference[] }
  | { readonly kind: 'tuple'; readonly parts: readonly TypeReference[] }
  | { readonly kind: 'array'; readonly element: TypeReference }
  /** A type that cannot be told from what is written: a function, a type variable of a method, a structural type. */
  | { readonly kind: 'opaque' };

export const opaque: TypeReference = { kind: 'opaque' };
