import type { AnchorTarget } from '../notes/anchor';
import { typeKinds } from '../symbols/symbol';
import type { FiledSymbol, SymbolTable } from '../symbols/symbolTable';
import type { Target } from './binding';
import { NameDistance } from './nameDistance';
import { parentOf, simpleName, withoutDollars } from './symbolPath';

/** The nearest thing around the symbol that an anchor names which is in the tree, and what it has. */
export interface Surroundings {
  /** The path of the type or package. */
  readonly path: string;
  /** The type; undefined for a package. */
  readonly type?: Target;
  /** Its members, or the types in the package, those with the likest names first. */
  readonly members: readonly Target[];
}

/** The most members that are listed. */
const mostMembers = 40;
/** The distance from which on names count as equally unlike. */
const farthest = 40;

/**
 * Returns what is there of the path of an anchor whose symbol is missing, so that a reader who knows what is meant can find it under
 * its new name; undefined where nothing is, or where the anchor names a file.
 */
export function surroundingsOf(target: AnchorTarget, table: SymbolTable): Surroundings | undefined {
  if (target.kind === 'file') return undefined;
  const plain = withoutDollars(target.type);
  if (target.member !== undefined) {
    const [type, members] = [typeAt(plain, table), table.directlyIn(plain, '#')];
    if (type !== undefined) return { path: plain, type, members: likest(members, target.member, table) };
  }
  for (
    let [path, wanted] = [parentOf(plain), simpleName(plain)];
    path !== '';
    [path, wanted] = [parentOf(path), simpleName(path)]
  ) {
    const members = table.directlyIn(path, '.');
    const type = typeAt(path, table);
    if (members.length > 0 || type !== undefined) return { path, ...(type && { type }), members: likest(members, wanted, table) };
  }
  return undefined;
}

function likest(members: readonly FiledSymbol[], wanted: string, table: SymbolTable): Target[] {
  const distance = new NameDistance(wanted.toLowerCase());
  // A short name is near to every other one by its letters alone.
  const unlike = (name: string): number => distance.to(name.toLowerCase(), farthest) / Math.max(name.length, wanted.length);
  const ranked = members.map((filed) => ({ filed, far: unlike(filed.name) }));
  ranked.sort((one, other) => one.far - other.far);
  return ranked.slice(0, mostMembers).flatMap(({ filed }) => targetOf(filed, table) ?? []);
}

function typeAt(path: string, table: SymbolTable): Target | undefined {
  const named = table.directlyIn(parentOf(path), '.').find(({ name, kind }) => typeKinds.has(kind) && name === simpleName(path));
  return named && targetOf(named, table);
}

function targetOf(filed: FiledSymbol, table: SymbolTable): Target | undefined {
  const located = table.unpack(filed);
  return located && { ...located, range: located.symbol.nameRange };
}
