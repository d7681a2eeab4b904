import { pathOfFiled } from '../symbols/filedSymbols';
import { typeKinds } from '../symbols/symbol';
import type { FiledSymbol, SymbolTable } from '../symbols/symbolTable';
import { BestGuesses } from './bestGuesses';
import type { Candidate } from './binding';
import { NameDistance } from './nameDistance';
import { PathNearness } from './pathNearness';
import { groupOf } from './releaseSymbols';
import { parentOf, pathOf, simpleName, withoutDollars, type SymbolAnchor } from './symbolPath';
import { isAbbreviation } from './symbolsOf';

/** The most candidates that are named: more would not help a person who has to choose. */
const mostCandidates = 8;

/** The distance at which names count as unlike; all greater ones count the same. */
const farthest = 9;

/** Returns the symbols that the author of a `missing` anchor may have meant, the likeliest first. A person decides. */
export function symbolCandidates(anchor: SymbolAnchor, table: SymbolTable): readonly Candidate[] {
  const best = new BestGuesses(mostCandidates, table);
  addNeighbours(anchor, table, best);
  if (anchor.member === undefined) addTypesElsewhere(anchor, table, best);
  else addMembersElsewhere(anchor, anchor.member, table, best);
  return best.candidates();
}

/** Returns the source files of the same name elsewhere. */
export function fileCandidates(file: string, table: SymbolTable): readonly Candidate[] {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const stem = name.slice(0, Math.max(0, name.lastIndexOf('.')));
  const start = { line: 0, character: 0 };
  return table
    .filesNamed(stem)
    .filter((one) => one === name || one.endsWith(`/${name}`))
    .toSorted(compare)
    .slice(0, mostCandidates)
    .map((one) => ({ target: { file: one, range: { start, end: start } }, reason: 'sameName' }));
}

/** Adds the symbols in the same type (or package) whose name is the same or almost the same. */
function addNeighbours(anchor: SymbolAnchor, table: SymbolTable, best: BestGuesses): void {
  const wanted = anchor.member ?? simpleName(anchor.type);
  const lower = new NameDistance(wanted.toLowerCase());
  const limit = Math.max(1, Math.floor(wanted.length / 4));
  for (const filed of siblings(anchor, table)) {
    if (Math.abs(filed.name.length - wanted.length) > limit || !isLikeIt(anchor, filed)) continue;
    if (filed.name === wanted) addShared(anchor, filed, table, best);
    else {
      const distance = lower.to(filed.name.toLowerCase(), limit);
      if (distance === 0) best.add({ filed, reason: 'caseDiffers', distance });
      else if (distance <= limit) best.add({ filed, reason: 'similarName', distance });
    }
  }
}

function siblings({ type, member }: SymbolAnchor, table: SymbolTable): readonly FiledSymbol[] {
  const plain = withoutDollars(type);
  if (member !== undefined) return table.directlyIn(plain, '#');
  return table.directlyIn(parentOf(plain), '.');
}

/** A type can be meant by an anchor of a type only. */
function isLikeIt({ member }: SymbolAnchor, { kind }: FiledSymbol): boolean {
  return (member === undefined) === typeKinds.has(kind);
}

/** Adds the symbols that have the path, but are of another kind or have other parameters. */
function addShared(anchor: SymbolAnchor, filed: FiledSymbol, table: SymbolTable, best: BestGuesses): void {
  const { parameters } = anchor;
  if (anchor.member !== undefined && !isAbbreviation(pathOf(anchor), pathOfFiled(filed))) return;
  if (parameters === undefined || groupOf(filed.kind) !== 'method') best.add({ filed, reason: 'otherKind', distance: 0 });
  else {
    const has = table.unpack(filed)?.symbol.parameters ?? [];
    if (has.join() === parameters.join()) return;
    best.add({ filed, reason: 'otherParameters', distance: Math.abs(has.length - parameters.length) });
  }
}

/** Adds types of the same name, and a member that the path names as if it were a type; nearer ones come first. */
function addTypesElsewhere({ type }: SymbolAnchor, table: SymbolTable, best: BestGuesses): void {
  const wanted = withoutDollars(type);
  const nearness = new PathNearness(wanted);
  for (const filed of table.named(simpleName(type))) {
    const isMeant = typeKinds.has(filed.kind) || withoutDollars(pathOfFiled(filed)).replace('#', '.') === wanted;
    if (isMeant) best.add({ filed, reason: 'sameName', distance: -nearness.of(pathOfFiled(filed)) });
  }
}

/** Adds members of the same name in other types: those of types with similar names first, then nearer ones. */
function addMembersElsewhere({ type }: SymbolAnchor, member: string, table: SymbolTable, best: BestGuesses): void {
  const nearness = new PathNearness(`${withoutDollars(type)}#${member}`);
  const typeName = new NameDistance(simpleName(type));
  for (const filed of member === '<init>' ? constructorsOf(typeName.name, table) : table.named(member)) {
    if (typeKinds.has(filed.kind)) continue;
    const reach = best.farthest('otherContainer') + nearness.most;
    const limit = Math.min(farthest, Math.floor(reach / 100));
    const { from, to } = ownerName(filed.prefix);
    const difference = typeName.to(filed.prefix, limit, from, to);
    // All names that differ this much count as equally far, unless better ones are known already.
    if (difference > limit && limit < farthest) continue;
    const near = difference === 0 ? nearness.of(pathOfFiled(filed)) : nearness.ofForeignMember(filed.prefix, from, to);
    best.add({ filed, reason: 'otherContainer', distance: 100 * difference - near });
  }
}

/** Returns the place of the type's simple name in the prefix that stands before its members' names. */
function ownerName(prefix: string): { from: number; to: number } {
  const end = prefix.length - 1;
  return { from: prefix.lastIndexOf('.', end) + 1, to: prefix.endsWith('$#') ? end - 1 : end };
}

/** Returns the constructors of types with the same name. Every class has constructors, so those of others say nothing. */
function constructorsOf(typeName: string, table: SymbolTable): FiledSymbol[] {
  const types = table.named(typeName).filter(({ kind }) => typeKinds.has(kind));
  const paths = new Set(types.map((filed) => withoutDollars(pathOfFiled(filed))));
  return [...paths].flatMap((path) => table.directlyIn(path, '#').filter(({ name }) => name === '<init>'));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
