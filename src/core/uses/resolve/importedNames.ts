import type { Import, Scope } from '../scope';
import { isSame, uncertain, type Meaning, type Want } from './meaning';
import type { Resolution } from './resolution';

/** A scope of import clauses that stand side by side. */
type Imports = Extract<Scope, { kind: 'imports' }>;

/** Finds what the import clauses at one place import under a name. */
export class ImportedNames {
  constructor(private readonly resolution: Pick<Resolution, 'catalogue' | 'selection' | 'mayHold'>) {}

  /** Returns what the clauses that import this very name give; undefined where there are none. */
  explicit(want: Want, scope: Imports): Meaning | undefined {
    const named = scope.imports.filter((one) => one.as === want.name && one.name !== undefined);
    const fitting = want.isJava ? named.filter(({ isStatic }) => isStatic || want.space !== 'method') : named;
    const found: (Meaning | undefined)[] = [];
    for (const one of fitting) {
      const inner: Want = { ...want, name: one.name ?? '' };
      found.push(this.imported(inner, one, scope));
    }
    const there = found.filter((one) => one !== undefined);
    const [first] = there;
    if (first !== undefined) return there.every((one) => isSame(one, first)) ? first : mergeMembers(there);
    // The imported thing is not in the tree, or it is a type where a term is looked for.
    const [clause] = fitting;
    return clause === undefined || this.isOtherSpace(want, fitting, scope)
      ? undefined
      : { kind: 'outside', name: [...clause.from, clause.name].join('.') };
  }

  /**
   * Returns whether all imports of the name are of something in the tree that is of the other sort: a term where a type is looked
   * for, or a type where a term is.
   */
  private isOtherSpace(want: Want, imports: readonly Import[], scope: Imports): boolean {
    for (const one of imports) {
      const other: Want = { ...want, name: one.name ?? '', space: want.space === 'type' ? 'term' : 'type' };
      if (this.imported(other, one, scope) === undefined) return false;
    }
    return true;
  }

  /** Returns what a clause imports under the name; undefined where it gives nothing in the tree. */
  private imported(want: Want, clause: Import, scope: Imports): Meaning | undefined {
    const prefix = this.resolution.selection.path(clause.from, seenFrom(clause, scope), want);
    if (prefix === undefined) return undefined;
    if (clause.isStatic && want.space === 'type') return undefined;
    const found = this.resolution.selection.select(want, prefix);
    return found?.kind === 'outside' || (found?.kind === 'uncertain' && found.hits.length === 0 && prefix.kind === 'outside')
      ? undefined
      : found;
  }

  /** Returns what the imports of all names give; `maybe` where only one from outside of the tree can have the name. */
  fromAll(want: Want, scope: Imports): Meaning | 'maybe' | undefined {
    const found: Meaning[] = [];
    let maybe = false;
    for (const one of scope.imports) {
      if (one.name !== undefined || one.except.includes(want.name)) continue;
      if (want.isJava && !one.isStatic && want.space === 'method') continue;
      const prefix = this.resolution.selection.path(one.from, seenFrom(one, scope), want);
      const meaning = prefix === undefined ? undefined : this.resolution.selection.select(want, prefix);
      const isNothing = meaning?.kind === 'package' && !this.resolution.catalogue.isPackage(meaning.name);
      if (
        meaning !== undefined &&
        !isNothing &&
        meaning.kind !== 'outside' &&
        !(meaning.kind === 'uncertain' && meaning.hits.length === 0)
      )
        found.push(meaning);
      else if (
        prefix === undefined ||
        prefix.kind === 'outside' ||
        meaning?.kind === 'uncertain' ||
        (prefix.kind === 'package' && !this.resolution.catalogue.isPackage(prefix.name))
      ) {
        maybe ||= !want.isJava && this.resolution.mayHold(one.from, want.name);
      }
    }
    const [first, ...others] = found;
    if (first === undefined) return maybe ? 'maybe' : undefined;
    return others.every((one) => isSame(one, first)) ? first : uncertain;
  }
}

/**
 * Returns the scope in which the path of an import is looked up. The imports before it count where one of them imports the path's
 * first name, or where an import of all may give it. The latter needs a capital, because an import of all brings in no packages.
 */
function seenFrom({ from }: Import, { imports, outer }: Imports): Scope {
  const before = imports.slice(
    0,
    imports.findIndex((one) => one.from === from),
  );
  const [first = ''] = from;
  const isGiven = before.some(({ name, as }) => as === first || (name === undefined && /^\p{Lu}/u.test(first)));
  return isGiven ? { kind: 'imports', imports: before, outer } : outer;
}

function mergeMembers(meanings: readonly Meaning[]): Meaning {
  return {
    kind: 'uncertain',
    hits: meanings.flatMap((one) => (one.kind === 'members' || one.kind === 'uncertain' ? one.hits : [])),
  };
}
