import type { Catalogue, TypeEntry } from './catalogue';
import { variableKey, unknown, substitute, type Substitution, type Type } from './type';

/** A type that another one inherits, and what its type parameters stand for as seen from that other type. */
export interface Ancestor {
  readonly entry: TypeEntry;
  readonly by: Substitution;
}

/** A parent that is not in the tree, or that is not known. */
export interface OutsideParent {
  /** The path of the type that names it as its parent. */
  readonly of: string;
  readonly type: Type;
}

export interface Hierarchy {
  /** The type itself, followed by all types of the tree that it inherits, the nearest first. */
  readonly ancestors: readonly Ancestor[];
  readonly outside: readonly OutsideParent[];
  /** Returns whether the type at `path` is the one at `from` or inherits from it. */
  inherits(path: string, from: string): boolean;
}

/** Returns the resolved parents of a type. */
export type ParentsOf = (entry: TypeEntry) => readonly Type[];

/** The number of inherited types beyond which further parents are not looked at. */
const mostAncestors = 64;

/** Returns all that a type inherits: the types of the tree, and the parents outside of it. */
export function hierarchyOf(entry: TypeEntry, args: readonly Type[], catalogue: Catalogue, parentsOf: ParentsOf): Hierarchy {
  const ancestors = new Map<string, Ancestor>();
  const above = new Map<string, string[]>();
  const outside: OutsideParent[] = [];
  const open: Ancestor[] = [{ entry, by: argumentsOf(entry, args) }];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { header } = next.entry;
    if (ancestors.has(header.path)) continue;
    ancestors.set(header.path, next);
    const { by } = next;
    const parents = parentsOf(next.entry)
      .flatMap((one) => (one.kind === 'all' ? one.parts : [one]))
      .map((one) => substitute(one, by));
    const paths: string[] = [];
    for (const parent of parents) {
      const found = parent.kind === 'instance' ? catalogue.type(parent.path) : undefined;
      if (parent.kind !== 'instance' || found === undefined || ancestors.size > mostAncestors)
        outside.push({ of: header.path, type: parent });
      else {
        paths.push(parent.path);
        open.push({ entry: found, by: argumentsOf(found, parent.args) });
      }
    }
    above.set(header.path, paths);
  }
  const inherits = (path: string, from: string): boolean =>
    path === from || (above.get(path) ?? []).some((one) => inherits(one, from));
  return { ancestors: [...ancestors.values()], outside, inherits };
}

/**
 * Maps a type's parameters to the arguments given. A parameter without an argument, as in a raw type or inside of the type
 * itself, stands for itself.
 */
function argumentsOf({ header }: TypeEntry, args: readonly Type[]): Substitution {
  const said = header.parameters.slice(0, args.length);
  return new Map(said.map(({ name }, index) => [variableKey(header.path, name), args[index] ?? unknown]));
}
