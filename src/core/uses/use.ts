import type { Range } from '../util/range';
import type { LocatedSymbol } from '../symbols/symbolTable';
import type { Expression, NameExpression, SelectExpression } from './expression';
import type { Header } from './header';
import type { Scope, TypeReference } from './scope';

/** The header of a file, and the uses at positions in it. */
export interface UseSites {
  readonly header: Header;
  /** One entry for each position asked, undefined where no name is used there. */
  readonly sites: readonly (UseSite | undefined)[];
}

/** A place where a name is used. */
export interface UseSite {
  readonly name: string;
  readonly range: Range;
  readonly target: UseTarget;
}

/** A place where a name that was looked for is used, and the line of text around it. */
export interface NamedSite {
  readonly site: UseSite;
  readonly line: string;
}

export type UseTarget =
  /** A term; `counts` has the number of arguments in each list behind it, and is undefined where it is not called. */
  | {
      readonly kind: 'term';
      readonly expression: NameExpression | SelectExpression;
      readonly counts: readonly number[] | undefined;
      /** Whether it stands before `=` in Scala, where a method's name means its setter. */
      readonly isAssigned?: boolean;
    }
  | { readonly kind: 'type'; readonly type: Extract<TypeReference, { kind: 'named' }> }
  | { readonly kind: 'import'; readonly path: readonly string[]; readonly isStatic: boolean; readonly scope: Scope };

/** A use of a name, and what it surely or possibly refers to. */
export interface Use {
  readonly range: Range;
  readonly name: string;
  readonly answer: UseAnswer;
}

export type UseAnswer =
  /** One symbol path, with several symbols where it is overloaded and the arguments do not tell which one is meant. */
  | { readonly kind: 'certain'; readonly path: string; readonly symbols: readonly LocatedSymbol[] }
  | { readonly kind: 'possible'; readonly symbols: readonly LocatedSymbol[] };

export type { Expression };
