import type { LanguageId } from '../syntax/language';
import type { Expression } from './expression';
import type { TypeReference } from './scope';

/** The facts that a file tells of its types beyond their symbols: what they inherit, and the types of their members. */
export interface Header {
  readonly language: LanguageId;
  readonly types: readonly TypeHeader[];
}

export interface TypeHeader {
  /** The canonical path of the type. */
  readonly path: string;
  readonly kind: 'class' | 'trait' | 'object' | 'interface' | 'enum' | 'annotation';
  readonly isCase: boolean;
  readonly access: Access;
  readonly parameters: readonly TypeParameter[];
  /** The types that it inherits from directly, in the order written. */
  readonly parents: readonly TypeReference[];
  /** The self type in Scala: what the type says of `this` beyond its parents. It is undefined where there is none. */
  readonly self: TypeReference | undefined;
  readonly members: readonly Member[];
}

/**
 * The part of the code in which a declaration is visible. `private` is its type and what stands around or beside it, `package` is
 * its package (Java), `open` is everywhere, and `within` names the package or type around it to which it is restricted (Scala).
 */
export type Access = 'private' | 'package' | 'open' | { readonly within: string };

export interface TypeParameter {
  readonly name: string;
  /** The upper bound: an argument must be this type or inherit from it. It is undefined where none is written. */
  readonly bound: TypeReference | undefined;
}

export interface Member {
  readonly name: string;
  /**
   * A `parameter` is one of a Scala class, which is visible in that class alone. A `type` is an alias or an abstract type. Types
   * that are symbols with members of their own are not listed as members.
   */
  readonly kind: 'method' | 'value' | 'parameter' | 'constructor' | 'type';
  readonly access: Access;
  readonly isStatic: boolean;
  /** The expression whose type is that of the member's value or result. */
  readonly type: Expression;
  /** The parameter lists, in order; the array is empty where the member has none. */
  readonly lists: readonly ParameterList[];
  /** The 0-based line and character of the name, the same as in the symbol's `nameRange`. */
  readonly at: readonly [line: number, character: number];
}

/** The number of arguments that a parameter list takes. */
export interface ParameterList {
  readonly least: number;
  /** The most arguments that the list takes: `Infinity` where a parameter is repeated. */
  readonly most: number;
  readonly isImplicit: boolean;
  /** The type of each parameter, given only for a primary constructor in Scala. */
  readonly types?: readonly TypeReference[];
}
