import type { Expression, NameExpression, SelectExpression } from '../expression';
import type { Scope, TypeReference } from '../scope';
import type { Catalogue, TypeEntry } from './catalogue';
import type { Hierarchy } from './hierarchy';
import type { Meaning, Want } from './meaning';
import type { Hit } from './members';
import type { Type } from './type';

/** The file that a name stands in, and whether it is a Java file. */
export type Place = Pick<Want, 'file' | 'isJava'>;

/** Finds the meanings of names that no method or block binds. */
export interface Lookup {
  /** Finds a name from the inside out; undefined where nothing in the file or the tree has it. */
  lookUp(want: Want, from: Scope): Meaning | undefined;
  /** Finds a name in a package. */
  ofPackage(want: Want, name: string): Meaning | undefined;
  /** Finds a name among the types and members of a type, inherited ones too. */
  ofEntry(want: Want, entry: TypeEntry, args?: readonly Type[]): Meaning | undefined;
  /** Finds a name among the members of a value of a type. */
  ofType(want: Want, type: Type): Meaning | undefined;
  /** Returns the path of the type or object of a name in a package or type; undefined where there is none. */
  typeBelow(want: Pick<Want, 'name' | 'space' | 'isJava'>, owner: string): string | undefined;
}

/** Resolves names behind dots. */
export interface Selection {
  /** Returns what a name means behind a dot that follows a value, type or package `of`. */
  select(want: Want, of: Type): Meaning | undefined;
  /** Returns what a path of names, such as that of an import, leads to; undefined where that is unknown. */
  path(names: readonly string[], scope: Scope, place: Place): Type | undefined;
  typeMeaning(reference: Extract<TypeReference, { kind: 'named' }>, file: string): Meaning | undefined;
}

/** Finds the types of expressions. */
export interface ExpressionTypes {
  /** Returns the type of an expression; `file` is the one that the expression stands in. */
  typeOf(expression: Expression, file: string, depth?: number): Type;
  /** Returns what a name or a selection means; undefined where nothing in the tree has the name. */
  meaning(
    expression: NameExpression | SelectExpression,
    file: string,
    counts: readonly number[] | undefined,
    depth?: number,
  ): Meaning | 'local' | undefined;
  /** Returns the type of a member, with the type arguments of the type that it was found in. */
  memberType(hit: Hit, depth?: number): Type;
}

/** Finds what types inherit. */
export interface Ancestry {
  /**
   * Returns what a type inherits. While its parents are being resolved, it inherits nothing, because a parent's name is not
   * looked up in the type itself.
   */
  hierarchy(entry: TypeEntry, args: readonly Type[]): Hierarchy;
  parentsOf(entry: TypeEntry): readonly Type[];
  /**
   * Returns the self type: what a type says of `this` beyond its parents. It is undefined where there is none, and while it is
   * being resolved.
   */
  selfType(entry: TypeEntry): Type | undefined;
}

/**
 * The parts of resolving, each of which asks the others. They know one another by these interfaces; the resolver alone knows
 * which class implements each.
 */
export interface Resolution {
  readonly catalogue: Catalogue;
  readonly lookup: Lookup;
  readonly selection: Selection;
  readonly values: ExpressionTypes;
  readonly ancestry: Ancestry;
  /** Returns what a written type means; `file` is the one that it is written in. */
  writtenType(reference: TypeReference, file: string, depth?: number): Type;
  /** Returns whether a package or object that is not in the tree may hold a name. */
  mayHold(from: readonly string[], name: string): boolean;
}
