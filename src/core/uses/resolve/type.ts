/** What is known of a value, or of what stands before a dot. */
export type Type =
  /** A value of a type of the tree; a Scala object is the one value of its own (`path` ends in `$`). */
  | { readonly kind: 'instance'; readonly path: string; readonly args: readonly Type[] }
  /** The type itself, before its static members; a case class stands for the companion that nobody wrote. */
  | { readonly kind: 'static'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }
  /** Of a type that is not in the tree: by its whole name where that is known. */
  | { readonly kind: 'outside'; readonly name: string; readonly args: readonly Type[] }
  | { readonly kind: 'all'; readonly parts: readonly Type[] }
  | { readonly kind: 'tuple'; readonly parts: readonly Type[] }
  | { readonly kind: 'array'; readonly element: Type }
  /** A type parameter of a type of the tree. */
  | { readonly kind: 'variable'; readonly owner: string; readonly name: string }
  | { readonly kind: 'unknown' };

export const unknown: Type = { kind: 'unknown' };

/** What type parameters stand for: see {@link variableKey}. */
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
