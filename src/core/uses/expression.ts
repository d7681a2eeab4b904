import type { Scope, TypeReference } from './scope';

/** What is to be known of an expression to tell its type. */
export type Expression =
  | NameExpression
  | SelectExpression
  /** `counts`: how many arguments each list has. */
  | { readonly kind: 'call'; readonly callee: Expression; readonly count: number }
  | { readonly kind: 'typed'; readonly type: TypeReference }
  | { readonly kind: 'this'; readonly scope: Scope; readonly qualifier: string | undefined }
  | { readonly kind: 'super'; readonly scope: Scope; readonly qualifier: string | undefined }
  /** What an array or a collection holds. */
  | { readonly kind: 'element'; readonly of: Expression }
  /** One of the values that a pattern takes out of a tuple or an object. */
  | { readonly kind: 'part'; readonly of: Expression; readonly index: number }
  | { readonly kind: 'component'; readonly type: NameExpression | SelectExpression; readonly index: number }
  | { readonly kind: 'opaque' };

/** A name that stands alone. */
export interface NameExpression {
  readonly kind: 'name';
  readonly name: string;
  readonly space: NameSpace;
  readonly scope: Scope;
  /** What binds it in a method or block, unless one of the classes there (`crossed`, from the inside out) inherits the name. */
  readonly local?: { readonly binding: Binding; readonly crossed: readonly TypeReference[] };
}

export interface SelectExpression {
  readonly kind: 'select';
  readonly of: Expression;
  readonly name: string;
  readonly space: NameSpace;
}

/**
 * What a name may stand for. Scala has terms and types; in Java methods are apart from variables, and what stands before a
 * dot (`qualifier`) may be a variable, a type or a package.
 */
export type NameSpace = 'term' | 'type' | 'method' | 'variable' | 'qualifier';

/** What a name is bound to in a method or block. */
export type Binding =
  | { readonly kind: 'value'; readonly value: Expression }
  /** A method or class. */
  | { readonly kind: 'method'; readonly result: Expression };

export const opaqueExpression: Expression = { kind: 'opaque' };
