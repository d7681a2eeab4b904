import type { Expression, NameExpression, SelectExpression } from '../expression';
import type { Scope, TypeReference } from '../scope';
import type { Catalogue, TypeEntry } from './catalogue';
import type { Hierarchy } from './hierarchy';
import type { Meaning, Want } from './meaning';
import type { Hit } from './members';
import type { Type } from './type';

/** The file that a name stands in. */
export type Place = Pick<Want, 'file' | 'isJava'>;

/** Finds what names mean that no method or block binds. */
export interface Lookup {
  /** Looks from the inside out; undefined where nothing in the file or the tree has the name. */
  lookUp(want: Want, from: Scope): Meaning | undefined;
  /** Looks below a package. */
  ofPackage(want: Want, name: string): Meaning | undefined;
  /** Looks among the types and members of a type, inherited ones too. */
  ofEntry(want: Want, entry: TypeEntry, args?: readonly Type[]): Meaning | undefined;
  /** Looks in a value of a type. */
  ofType(want: Want, type: Type): Meaning | undefined;
  /** The type or object of a name below a package or type. */
  typeBelow(want: Pick<Want, 'name' | 'space' | 'isJava'>, owner: string): string | undefined;
}

/** Follows names behind dots. */
export interface Selection {
  /** What a name means behind a dot. */
  select(want: Want, of: Type): Meaning | undefined;
  /** What names with dots between lead to, as in an import. */
  path(names: readonly string[], scope: Scope, place: Place): Type | undefined;
  typeMeaning(reference: Extract<TypeReference, { kind: 'named' }>, file: string): Meaning | undefined;
}

/** Tells the types of expressions. */
export interface ExpressionTypes {
  /** `file` is the one that the expression stands in. */
  typeOf(expression: Expression, file: string, depth?: number): Type;
  /** What a name or a selection means; undefined where nothing of the tree has the name. */
  meaning(
    expression: NameExpression | SelectExpression,
    file: string,
    counts: readonly number[] | undefined,
    depth?: number,
  ): Meaning | 'local' | undefined;
  /** The type of a member, seen through the type arguments of what it was found in. */
  memberType(hit: Hit, depth?: number): Type;
}

/** Tells what types inherit. */
export interface Ancestry {
  /** What a type inherits. While that is being found out, it inherits nothing: a parent's name is not looked up in itself. */
  hierarchy(entry: TypeEntry, args: readonly Type[]): Hierarchy;
  parentsOf(entry: TypeEntry): readonly Type[];
  /** What a type says of `this` beyond its parents; while that is being found out, nothing. */
  selfType(entry: TypeEntry): Type | undefined;
}

/** The parts of resolving, each of which asks the others: they know this page, and the resolver alone knows who does what. */
export interface Resolution {
  readonly catalogue: Catalogue;
  readonly lookup: Lookup;
  readonly selection: Selection;
  readonly values: ExpressionTypes;
  readonly ancestry: Ancestry;
  /** What a written type means; `file` is the one that it is written in. */
  writtenType(reference: TypeReference, file: string, depth?: number): Type;
  /** Returns whether a package or object that is not in the tree may hold a name. */
  mayHold(from: readonly string[], name: string): boolean;
}
