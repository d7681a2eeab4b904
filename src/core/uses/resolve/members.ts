import type { LocatedSymbol } from '../../symbols/symbolTable';
import type { Access, Member } from '../header';
import type { Catalogue, TypeEntry } from './catalogue';
import type { Ancestor, Hierarchy } from './hierarchy';
import { isEverywhere, isKnownMember, mayHaveMember, mayOverload } from './outside';
import { variableKey, type Substitution } from './type';

/** A member that was found in a type, declared there or inherited. */
export interface Hit {
  readonly owner: string;
  readonly by: Substitution;
  readonly member: Member;
  /** The symbol of the member; undefined for one that is no symbol, as a plain parameter of a class. */
  readonly symbol: LocatedSymbol | undefined;
}

/** The members that a name can mean. */
export interface Wanted {
  readonly name: string;
  readonly kinds: ReadonlySet<Member['kind']>;
  /** The number of arguments in each list; undefined where nothing is known of them. */
  readonly counts: readonly number[] | undefined;
  /** The file that the use stands in; private members are visible in their own file alone. */
  readonly file: string;
  /**
   * Whether the name is that of a type. Types are hardly ever inherited from outside of the tree, and such a one never hides
   * another of the tree.
   */
  readonly isType: boolean;
  /**
   * Whether the use stands in a class without a symbol that inherits from the type; the type's private members are not visible
   * there.
   */
  readonly isBelow?: boolean;
}

export type Search =
  /** The members found, all with one path; several where it is overloaded. */
  | { readonly kind: 'found'; readonly hits: readonly Hit[] }
  /** One of these members, or something that the tree does not have. */
  | { readonly kind: 'uncertain'; readonly hits: readonly Hit[] }
  | { readonly kind: 'none' };

/** Searches for a member in a type and all that it inherits. */
export function searchMember(hierarchy: Hierarchy, wanted: Wanted, catalogue: Catalogue): Search {
  const [own] = hierarchy.ancestors;
  const all = hierarchy.ancestors.flatMap((one) =>
    hitsIn(one, wanted, catalogue).filter(
      ({ member }) => own === undefined || isSeen(member, one.entry, own.entry, wanted, catalogue),
    ),
  );
  const mayComeFrom = hierarchy.outside.filter(({ type }) => {
    if (wanted.isType) return type.kind === 'outside' && isKnownMember(type.name, wanted.name);
    return type.kind === 'outside' ? mayHaveMember(type.name, wanted.name) : true;
  });
  if (all.length === 0)
    return mayComeFrom.length === 0 && !isEverywhere(wanted.name) ? { kind: 'none' } : { kind: 'uncertain', hits: [] };
  const kept = all.filter((one) => !all.some((other) => overrides(other, one, hierarchy)));
  const hits = wanted.counts === undefined ? kept : kept.filter(({ member }) => fits(member, wanted.counts ?? []));
  // A method that takes another number of arguments is not meant: the name means one from outside, or something that is not
  // understood here.
  if (hits.length === 0) return { kind: 'uncertain', hits: kept };
  const owners = new Set(hits.map(({ owner }) => owner));
  const [owner] = owners;
  if (owner === undefined || owners.size > 1) return { kind: 'uncertain', hits };
  // A parent outside of the tree that the owner does not inherit from may have a member that hides this one.
  const isHidden = mayComeFrom.some(({ of }) => !hierarchy.inherits(owner, of));
  // A parent above the owner may have the overload that is meant, unless nothing is passed: that overload is this method again.
  const takesSome = hits.some(({ member }) => member.kind === 'method' && member.lists.some(({ most }) => most > 0));
  const isOverloaded =
    takesSome && hierarchy.outside.some(({ type }) => type.kind !== 'outside' || mayOverload(type.name, wanted.name));
  return { kind: isHidden || isOverloaded ? 'uncertain' : 'found', hits };
}

/**
 * Returns whether a declaration of `owner` is visible to a use in a file as a member of the type `own`, which is `owner` or
 * inherits from it.
 */
export function isSeen(
  { access, kind }: { readonly access: Access; readonly kind?: string },
  owner: TypeEntry,
  own: TypeEntry,
  { file, isBelow }: Pick<Wanted, 'file' | 'isBelow'>,
  { table }: Catalogue,
): boolean {
  // A private member is not inherited at all, not even by a type beside it.
  if (access === 'private' || kind === 'parameter') return owner.file === file && owner === own && isBelow !== true;
  if (access === 'open') return true;
  if (typeof access === 'object') {
    const around = [...table.packages(file), ...table.owners(file)];
    return around.some((path) => path.split(/[.$]+/).includes(access.within));
  }
  const [name] = table.packages(owner.file);
  return [own.file, file].every((one) => table.packages(one).some((other) => other === name));
}

function hitsIn({ entry, by }: Ancestor, { name, kinds }: Wanted, catalogue: Catalogue): Hit[] {
  const { header } = entry;
  const members = header.members.filter((one) => one.name === name && kinds.has(one.kind));
  if (members.length === 0) return [];
  const symbols = catalogue.symbols(`${header.path}#${name}`);
  return members.map((member) => {
    const [line, character] = member.at;
    const symbol = symbols.find(
      ({ symbol: { nameRange } }) => nameRange.start.line === line && nameRange.start.character === character,
    );
    return { owner: header.path, by, member, symbol };
  });
}

/** Returns whether the first member hides or overrides the second, which its owner inherits. */
function overrides(one: Hit, other: Hit, hierarchy: Hierarchy): boolean {
  if (one.owner === other.owner || !hierarchy.inherits(one.owner, other.owner)) return false;
  // In Scala a value and an inherited method that takes arguments exist side by side, as overloads do.
  const [first] = [one, other].flatMap(({ member }) => (member.kind === 'method' ? member.lists : []));
  if (one.member.kind !== other.member.kind) return (first?.most ?? 0) === 0;
  if (one.member.kind !== 'method') return true;
  const [a, b] = [one.symbol?.symbol.parameters, other.symbol?.symbol.parameters];
  if (a === undefined || a.length !== b?.length) return false;
  return a.every((type, index) => type === writtenBelow(b[index] ?? '', other));
}

/**
 * Returns the simple name of a parameter's type as an inheriting type writes it: a type parameter becomes what it stands for
 * there.
 */
function writtenBelow(type: string, { owner, by }: Hit): string {
  const meant = by.get(variableKey(owner, type));
  if (meant?.kind === 'instance') return meant.path.slice(meant.path.lastIndexOf('.') + 1).replace(/\$$/, '');
  return meant?.kind === 'outside' ? meant.name.slice(meant.name.lastIndexOf('.') + 1) : type;
}

/**
 * Returns whether a member can be called with so many arguments in its first list. The other lists are not compared, because a
 * method may be passed on without them or get them implicitly.
 */
export function fits({ kind, lists }: Member, counts: readonly number[]): boolean {
  if (kind !== 'method' && kind !== 'constructor') return true;
  const explicit = lists.filter(({ isImplicit }) => !isImplicit);
  const [first] = counts;
  const [list] = explicit;
  if (first === undefined || list === undefined) return true;
  return list.least <= first && first <= list.most;
}
