import type { LocatedSymbol } from '../../symbols/symbolTable';
import type { Access, Member } from '../header';
import type { Catalogue, TypeEntry } from './catalogue';
import type { Ancestor, Hierarchy } from './hierarchy';
import { isEverywhere, isKnownMember, mayHaveMember, mayOverload } from './outside';
import { variableKey, type Substitution } from './type';

/** A member of a type, declared there or inherited. */
export interface Hit {
  readonly owner: string;
  readonly by: Substitution;
  readonly member: Member;
  /** Undefined for what is no symbol: a parameter of a class. */
  readonly symbol: LocatedSymbol | undefined;
}

/** Which members a name can mean. */
export interface Wanted {
  readonly name: string;
  readonly kinds: ReadonlySet<Member['kind']>;
  /** Of the arguments in each list; undefined where nothing is known of them. */
  readonly counts: readonly number[] | undefined;
  /** The file that the use stands in: private members are seen there alone. */
  readonly file: string;
  /** Whether it names a type: hardly ever one that is inherited from outside, and never one that hides another of the tree. */
  readonly isType: boolean;
  /** Whether it is looked for in a class below, which has no symbol: what is private in the type is not there. */
  readonly isBelow?: boolean;
}

export type Search =
  /** All have one path; several where it is overloaded. */
  | { readonly kind: 'found'; readonly hits: readonly Hit[] }
  /** One of these, or what the tree does not have. */
  | { readonly kind: 'uncertain'; readonly hits: readonly Hit[] }
  | { readonly kind: 'none' };

/** Looks for a member in a type and all that it inherits. */
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
  // What takes other arguments is not meant: then it is a method from outside, or something that is not understood here.
  if (hits.length === 0) return { kind: 'uncertain', hits: kept };
  const owners = new Set(hits.map(({ owner }) => owner));
  const [owner] = owners;
  if (owner === undefined || owners.size > 1) return { kind: 'uncertain', hits };
  // A parent outside of the tree that stands below the owner, or beside it, may have a member that hides this one.
  const isHidden = mayComeFrom.some(({ of }) => !hierarchy.inherits(owner, of));
  // So may one above have an overload that is meant, unless nothing is passed: that one is it again.
  const takesSome = hits.some(({ member }) => member.kind === 'method' && member.lists.some(({ most }) => most > 0));
  const isOverloaded =
    takesSome && hierarchy.outside.some(({ type }) => type.kind !== 'outside' || mayOverload(type.name, wanted.name));
  return { kind: isHidden || isOverloaded ? 'uncertain' : 'found', hits };
}

/** Whether what `owner` declares is there in the type `own`, which inherits from it or is it, for a use in a file. */
export function isSeen(
  { access, kind }: { readonly access: Access; readonly kind?: string },
  owner: TypeEntry,
  own: TypeEntry,
  { file, isBelow }: Pick<Wanted, 'file' | 'isBelow'>,
  { table }: Catalogue,
): boolean {
  // What is private is inherited by nobody, not even beside it.
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

/** Whether the first hides the second, or is it again further down. */
function overrides(one: Hit, other: Hit, hierarchy: Hierarchy): boolean {
  if (one.owner === other.owner || !hierarchy.inherits(one.owner, other.owner)) return false;
  // In Scala a value stands beside a method that takes something, as an overload does.
  const [first] = [one, other].flatMap(({ member }) => (member.kind === 'method' ? member.lists : []));
  if (one.member.kind !== other.member.kind) return (first?.most ?? 0) === 0;
  if (one.member.kind !== 'method') return true;
  const [a, b] = [one.symbol?.symbol.parameters, other.symbol?.symbol.parameters];
  if (a === undefined || a.length !== b?.length) return false;
  return a.every((type, index) => type === writtenBelow(b[index] ?? '', other));
}

/** How a parameter's type is written in a type below: a type parameter as what it stands for there. */
function writtenBelow(type: string, { owner, by }: Hit): string {
  const meant = by.get(variableKey(owner, type));
  if (meant?.kind === 'instance') return meant.path.slice(meant.path.lastIndexOf('.') + 1).replace(/\$$/, '');
  return meant?.kind === 'outside' ? meant.name.slice(meant.name.lastIndexOf('.') + 1) : type;
}

/** Whether a method takes so many arguments; with fewer lists than it has, it is passed on or gets the others implicitly. */
export function fits({ kind, lists }: Member, counts: readonly number[]): boolean {
  if (kind !== 'method' && kind !== 'constructor') return true;
  const explicit = lists.filter(({ isImplicit }) => !isImplicit);
  const [first] = counts;
  const [list] = explicit;
  if (first === undefined || list === undefined) return true;
  return list.least <= first && first <= list.most;
}
