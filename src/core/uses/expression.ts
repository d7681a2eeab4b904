import type { Scope, TypeReference } from './scope';

/** An expression, reduced to what its type follows from. */
export type Expression =
  | NameExpression
  | SelectExpression
  /** A call; `count` is the number of arguments in its list. */
  | { readonly kind: 'call'; readonly callee: Expression; readonly count: number }
  | { readonly kind: 'typed'; readonly type: TypeReference }
  | { readonly kind: 'this'; readonly scope: Scope; readonly qualifier: string | undefined }
  | { readonly kind: 'super'; readonly scope: Scope; readonly qualifier: string | undefined }
  /** An element of the array or collection `of`. */
  | { readonly kind: 'element'; readonly of: Expression }
  /** One of the values that a pattern takes out of a tuple. */
  | { readonly kind: 'part'; readonly of: Expression; readonly index: number }
  | { readonly kind: 'component'; readonly type: NameExpression | SelectExpression; readonly index: number }
  | { readonly kind: 'opaque' };

/** A name that stands alone, without anything and a dot before it. */
export interface NameExpression {
  readonly kind: 'name';
  readonly name: string;
  readonly space: NameSpace;
  readonly scope: Scope;
  /**
   * The binding of the name in a method or block. It does not count where one of the classes in `crossed`, which lie between the
   * name and its binding (the innermost first), inherits the name.
   */
  readonly local?: { readonly binding: Binding; readonly crossed: readonly TypeReference[] };
}

export interface SelectExpression {
  readonly kind: 'select';
  readonly of: Expression;
  readonly name: string;
  readonly space: NameSpace;
}

/**
 * The kind of thing that a name may stand for. Scala has terms and types. In Java methods are apart from variables, and a
 * `qualifier`, which stands before a dot, may be a variable, a type or a package.
 */
export type NameSpace = 'term' | 'type' | 'method' | 'variable' | 'qualifier';

/** The thing that a name is bound to in a method or block. */
export type Binding =
  | { readonly kind: 'value'; readonly value: Expression }
  /** A method; `result` is the expression whose type it returns. */
  | { readonly kind: 'method'; readonly result: Expression };

export const opaqueExpression: Expression = { kind: 'opaque' };
