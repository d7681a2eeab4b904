/** The type of a value, or of whatever stands before a dot. */
export type Type =
  /** A value of a type of the tree. A Scala object is the only value of its own type, whose `path` ends in `$`. */
  | { readonly kind: 'instance'; readonly path: string; readonly args: readonly Type[] }
  /** The type itself, whose static members follow the dot; for a case class, the companion that nobody wrote. */
  | { readonly kind: 'static'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }
  /** A value of a type that is not in the tree, by its full name where that is known. */
  | { readonly kind: 'outside'; readonly name: string; readonly args: readonly Type[] }
  | { readonly kind: 'all'; readonly parts: readonly Type[] }
  | { readonly kind: 'tuple'; readonly parts: readonly Type[] }
  | { readonly kind: 'array'; readonly element: Type }
  /** A type parameter that a type of the tree declares. */
  | { readonly kind: 'variable'; readonly owner: string; readonly name: string }
  | { readonly kind: 'unknown' };

export const unknown: Type = { kind: 'unknown' };

/** The types that type parameters stand for, by their {@link variableKey}. */
export type Substitution = ReadonlyMap<string, Type>;

export function variableKey(owner: string, name: string): string {
  return `${owner} ${name}`;
}

export function substitute(type: Type, by: Substitution): Type {
  switch (type.kind) {
    case 'instance':
    case 'outside':
      return type.args.length === 0 ? type : { ...type, args: type.args.map((one) => substitute(one, by)) };
    case 'all':
    case 'tuple':
      return { ...type, parts: type.parts.map((one) => substitute(one, by)) };
    case 'array':
      return { ...type, element: substitute(type.element, by) };
    case 'variable':
      return by.get(variableKey(type.owner, type.name)) ?? type;
    case 'static':
    case 'package':
    case 'unknown':
      return type;
    default:
      return type satisfies never;
  }
}
