import type { AnchorTarget } from '../notes/anchor';
import type { SymbolTable } from '../symbols/symbolTable';

export type SymbolAnchor = Extract<AnchorTarget, { kind: 'symbol' }>;

/** The path as the anchor has it, without parameters. */
export function pathOf({ type, member }: SymbolAnchor): string {
  return member === undefined ? type : `${type}#${member}`;
}

export function withoutDollars(path: string): string {
  return path.includes('$') ? path.replaceAll('$', '') : path;
}

/** Returns the path of the package or type that a type stands in; empty where it stands in none. */
export function parentOf(type: string): string {
  return type.slice(0, Math.max(0, type.lastIndexOf('.')));
}

/** Returns the last name of a type's path, without `$`. */
export function simpleName(type: string): string {
  return withoutDollars(type.slice(type.lastIndexOf('.') + 1));
}

/**
 * Returns the anchor in the form in which the extension writes it. Others write `Outer$Inner`, as the JVM does, for
 * `Outer.Inner`, and `Type#Type(…)`, as Javadoc does, for `Type#<init>(…)`. A name that the tree has as it is written stays.
 */
export function canonicallySpelt(anchor: SymbolAnchor, table: SymbolTable): SymbolAnchor {
  return withConstructor(withNestedTypes(anchor, table), table);
}

/** Returns the types, without `$`, one of which a file must declare to concern the anchor. */
export function typesConcerned({ type }: SymbolAnchor): readonly string[] {
  if (!type.includes('$')) return [type];
  const nested = withDots(type);
  return [...new Set([type, nested].map(withoutDollars))];
}

function withNestedTypes(anchor: SymbolAnchor, table: SymbolTable): SymbolAnchor {
  const type = withDots(anchor.type);
  return type === anchor.type || table.byPath(anchor.type).length > 0 ? anchor : { ...anchor, type };
}

/** A `$` between two characters of one name separates two names; at its beginning or end it belongs to the name. */
function withDots(type: string): string {
  return type.includes('$') ? type.replaceAll(/(?<=[^.$])\$(?=[^.$])/gu, '.') : type;
}

function withConstructor(anchor: SymbolAnchor, table: SymbolTable): SymbolAnchor {
  const { type, member, parameters } = anchor;
  if (member === undefined || member !== simpleName(type)) return anchor;
  const named = table.byPlainPath(withoutDollars(pathOf(anchor)));
  const isMember = named.some(({ symbol }) => parameters === undefined || symbol.parameters !== undefined);
  return isMember ? anchor : { ...anchor, member: '<init>' };
}
