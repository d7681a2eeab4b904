import type { Member } from '../header';
import type { Hit, Search } from './members';

/** The meaning of a name. */
export type Meaning =
  /** A type, an object, or a case class in place of the companion that nobody wrote. */
  | { readonly kind: 'type'; readonly path: string }
  | { readonly kind: 'members'; readonly hits: readonly Hit[] }
  | { readonly kind: 'variable'; readonly owner: string; readonly name: string }
  | { readonly kind: 'package'; readonly name: string }
  /** Something that the tree does not have, by its full name where that is known. */
  | { readonly kind: 'outside'; readonly name: string }
  /** One of these members, or none of them. */
  | { readonly kind: 'uncertain'; readonly hits: readonly Hit[] };

/** The name that is looked for, and what is known of it. */
export interface Want {
  readonly name: string;
  /** In Java, `term` is a variable and `method` a method; in Scala both are terms. */
  readonly space: 'term' | 'method' | 'type';
  readonly counts: readonly number[] | undefined;
  readonly file: string;
  readonly isJava: boolean;
  readonly isBelow?: boolean;
}

export const uncertain: Meaning = { kind: 'uncertain', hits: [] };

export const termKinds: ReadonlySet<Member['kind']> = new Set(['method', 'value', 'parameter']);
const typeKinds: ReadonlySet<Member['kind']> = new Set(['type']);
const methodKinds: ReadonlySet<Member['kind']> = new Set(['method']);
const valueKinds: ReadonlySet<Member['kind']> = new Set(['value', 'parameter']);

/** Returns the kinds of members that a name may mean. */
export function kindsFor({ space, isJava }: Pick<Want, 'space' | 'isJava'>): ReadonlySet<Member['kind']> {
  if (space === 'type') return typeKinds;
  if (!isJava) return termKinds;
  return space === 'method' ? methodKinds : valueKinds;
}

export function meaningOf(search: Search): Meaning | undefined {
  switch (search.kind) {
    case 'found':
      return { kind: 'members', hits: search.hits };
    case 'uncertain':
      return { kind: 'uncertain', hits: search.hits };
    case 'none':
      return undefined;
    default:
      return search satisfies never;
  }
}

/** Returns whether two names lead to the same declaration. */
export function isSame(one: Meaning, other: Meaning): boolean {
  if (one.kind === 'type' && other.kind === 'type') return one.path === other.path;
  if (one.kind === 'package' && other.kind === 'package') return one.name === other.name;
  if (one.kind === 'members' && other.kind === 'members')
    return one.hits[0]?.owner === other.hits[0]?.owner && one.hits.length === other.hits.length;
  return false;
}
