import type { LanguageId } from '../syntax/language';
import type { Expression } from './expression';
import type { TypeReference } from './scope';

/** What a file tells of its types beyond their symbols: what they inherit, and the types of their members. */
export interface Header {
  readonly language: LanguageId;
  readonly types: readonly TypeHeader[];
}

export interface TypeHeader {
  /** The canonical path. */
  readonly path: string;
  readonly kind: 'class' | 'trait' | 'object' | 'interface' | 'enum' | 'annotation';
  readonly isCase: boolean;
  readonly access: Access;
  readonly parameters: readonly TypeParameter[];
  /** In the order written. */
  readonly parents: readonly TypeReference[];
  /** Scala: what it says of `this` beyond its parents. */
  readonly self: TypeReference | undefined;
  readonly members: readonly Member[];
}

/**
 * Where something is seen that is not for all: in its type and what stands around or beside it, in its package (Java), or in
 * the package or type around it that is named (Scala).
 */
export type Access = 'private' | 'package' | 'open' | { readonly within: string };

export interface TypeParameter {
  readonly name: string;
  /** The type that it must be one of. */
  readonly bound: TypeReference | undefined;
}

export interface Member {
  readonly name: string;
  /** `parameter`: of a Scala class, seen in it alone. `type`: an alias or abstract type. Types that are symbols with members are none of these. */
  readonly kind: 'method' | 'value' | 'parameter' | 'constructor' | 'type';
  readonly access: Access;
  readonly isStatic: boolean;
  /** Of its value or result. */
  readonly type: Expression;
  /** Of all lists, as symbols have them; undefined where it has none. */
  readonly lists: readonly ParameterList[];
  /** Line and character of the name: the same as of the symbol. */
  readonly at: readonly [line: number, character: number];
}

/** How many arguments a list takes. */
export interface ParameterList {
  readonly least: number;
  /** Infinite with a repeated parameter. */
  readonly most: number;
  readonly isImplicit: boolean;
  /** Only of a constructor: the type of each. */
  readonly types?: readonly TypeReference[];
}
