import type { LocatedSymbol } from '../../symbols/symbolTable';
import type { Member } from '../header';
import type { Import, Scope, TypeReference } from '../scope';
import type { TypeEntry } from './catalogue';
import { searchMember, type Hit, type Search } from './members';
import { mayHaveMember } from './outside';
import type { Resolver } from './resolver';
import type { Type } from './type';

/** What a name means. */
export type Meaning =
  /** A type, an object, or what stands for one. */
  | { readonly kind: 'type'; readonly path: string }
  | { readonly kind: 'members'; readonly hits: readonly Hit[] }
  | { readonly kind: 'variable'; readonly owner: string; readonly name: string }
  | { readonly kind: 'package'; readonly name: string }
  /** Something that the tree does not have: by its whole name where that is known. */
  | { readonly kind: 'outside'; readonly name: string }
  /** One of these, or none. */
  | { readonly kind: 'uncertain'; readonly hits: readonly Hit[]; readonly symbols?: readonly LocatedSymbol[] };

/** What is looked for. */
export interface Want {
  readonly name: string;
  /** In Java, `term` is a variable and `method` a method; in Scala both are terms. */
  readonly space: 'term' | 'method' | 'type';
  readonly counts: readonly number[] | undefined;
  readonly file: string;
  readonly isJava: boolean;
}

const uncertain: Meaning = { kind: 'uncertain', hits: [] };

export function kindsFor({ space, isJava }: Pick<Want, 'space' | 'isJava'>): ReadonlySet<Member['kind']> {
  if (space === 'type') return typeMembers;
  if (!isJava) return terms;
  return space === 'method' ? methods : values;
}

const typeMembers: ReadonlySet<Member['kind']> = new Set(['type']);
const terms: ReadonlySet<Member['kind']> = new Set(['method', 'value', 'parameter']);
const methods: ReadonlySet<Member['kind']> = new Set(['method']);
const values: ReadonlySet<Member['kind']> = new Set(['value', 'parameter']);

/** Finds what a name means that no method or block binds: from the inside out. */
export class Names {
  constructor(private readonly resolver: Resolver) {}

  /** Undefined where nothing in the file or the tree has the name. */
  async lookUp(want: Want, from: Scope): Promise<Meaning | undefined> {
    // An import of all from outside of the tree that may have the name.
    let mayBeImported = false;
    for (let scope = from; scope.kind !== 'file'; scope = scope.outer) {
      let found: Meaning | undefined;
      switch (scope.kind) {
        case 'local':
          found = await this.inherited(want, scope.parents);
          break;
        case 'type':
          found = await this.inType(want, scope.path, scope.part);
          break;
        case 'imports': {
          found = await this.explicit(want, scope.imports, scope.outer);
          if (found !== undefined) break;
          // In Java the package around stands before imports of all.
          if (want.isJava && scope.outer.kind === 'package' && want.space !== 'method')
            found = await this.inPackage(want, scope.outer.name);
          if (found !== undefined) break;
          const all = await this.fromAll(want, scope.imports, scope.outer);
          if (all === 'maybe') mayBeImported = true;
          else if (all !== undefined) found = mayBeImported ? uncertain : all;
          break;
        }
        case 'package':
          found = await this.ofPackage(want, scope.name);
          if (found !== undefined && mayBeImported && !this.isInFile(found, want.file)) found = uncertain;
          break;
        default:
          scope satisfies never;
      }
      if (found !== undefined) {
        const isImported = scope.kind === 'imports' && !want.isJava;
        return (isImported ? await this.definedAround(want, scope.outer) : undefined) ?? found;
      }
    }
    if (mayBeImported) return { kind: 'outside', name: want.name };
    return undefined;
  }

  /**
   * In Scala what a type around defines or inherits stands before what is imported inside of it: were it another thing, the
   * compiler would refuse the name as ambiguous, unless both stand in the same type.
   */
  private async definedAround(want: Want, from: Scope): Promise<Meaning | undefined> {
    for (let scope = from; scope.kind !== 'file'; scope = scope.outer) {
      const found = scope.kind === 'type' ? await this.inType(want, scope.path, scope.part) : undefined;
      if (found !== undefined && found.kind !== 'uncertain') return found;
    }
    return undefined;
  }

  /** What stands below a package. */
  async ofPackage(want: Want, name: string): Promise<Meaning | undefined> {
    const found = await this.inPackage(want, name);
    if (found !== undefined) return found;
    const object = await this.resolver.catalogue.type(`${name}.package$`);
    if (object !== undefined && !want.isJava) {
      const member = await this.ofEntry(want, object);
      if (member !== undefined) return member;
    }
    const inner = `${name}.${want.name}`;
    return want.space !== 'type' && this.resolver.catalogue.isPackage(inner) ? { kind: 'package', name: inner } : undefined;
  }

  /** What a name means in a type: its types and members, inherited ones too. */
  async ofEntry(want: Want, entry: TypeEntry, args: readonly Type[] = []): Promise<Meaning | undefined> {
    const hierarchy = await this.resolver.hierarchy(entry, args);
    const nested: string[] = [];
    if (want.space !== 'method') {
      for (const { entry: one } of hierarchy.ancestors) {
        const path = await this.typeBelow(want, one.header.path);
        if (path !== undefined && !nested.some((other) => hierarchy.inherits(ownerOf(other), one.header.path))) nested.push(path);
      }
    }
    const search = searchMember(
      hierarchy,
      { ...want, kinds: kindsFor(want), isType: want.space === 'type' },
      this.resolver.catalogue,
    );
    const [path] = nested;
    if (path !== undefined && search.kind !== 'found' && (search.kind === 'none' || search.hits.length === 0)) {
      const owner = ownerOf(path);
      const isSure =
        nested.length === 1 &&
        hierarchy.outside.every(
          ({ of, type }) => hierarchy.inherits(owner, of) || (type.kind === 'outside' && !mayHaveMember(type.name, want.name)),
        );
      return isSure ? { kind: 'type', path } : uncertain;
    }
    return path === undefined || (want.isJava && search.kind === 'found') ? meaningOf(search) : uncertain;
  }

  /** The type or object of this name below a package or type. */
  async typeBelow({ name, space, isJava }: Pick<Want, 'name' | 'space' | 'isJava'>, owner: string): Promise<string | undefined> {
    const { catalogue } = this.resolver;
    const path = owner === '' ? name : `${owner}.${name}`;
    const [type, object] = [catalogue.typeSymbol(path), catalogue.typeSymbol(`${path}$`)];
    if (space === 'type') return type !== undefined ? path : isJava && object !== undefined ? `${path}$` : undefined;
    if (isJava) return type !== undefined ? path : object !== undefined ? `${path}$` : undefined;
    if (object !== undefined) return `${path}$`;
    // A Java class stands before its static members; a case class has a companion that nobody wrote.
    return type !== undefined &&
      (type.file.endsWith('.java') || (await this.resolver.catalogue.type(path))?.header.isCase === true)
      ? path
      : undefined;
  }

  private async inPackage(want: Want, name: string): Promise<Meaning | undefined> {
    if (want.isJava && want.space === 'method') return undefined;
    const path = await this.typeBelow(want, name);
    if (path !== undefined) return { kind: 'type', path };
    const path2 = name === '' ? want.name : `${name}.${want.name}`;
    return this.resolver.catalogue.table.byPath(path2).length > 1 && this.resolver.catalogue.symbols(path2).length === 0
      ? uncertain
      : undefined;
  }

  private isInFile(found: Meaning, file: string): boolean {
    return found.kind === 'type' && this.resolver.catalogue.typeSymbol(found.path)?.file === file;
  }

  private async inType(want: Want, path: string, part: 'head' | 'body'): Promise<Meaning | undefined> {
    const entry = await this.resolver.catalogue.type(path);
    if (entry === undefined) return uncertain;
    const { header } = entry;
    if (want.space === 'type' && header.parameters.some(({ name }) => name === want.name))
      return { kind: 'variable', owner: path, name: want.name };
    if (part === 'head') {
      if (want.space !== 'term' || want.isJava) return undefined;
      const end = header.members.findIndex(({ kind }) => kind === 'constructor');
      const parameter = header.members.slice(0, Math.max(end, 0)).find(({ name }) => name === want.name);
      if (parameter === undefined) return undefined;
      const search = searchMember(
        { ancestors: [{ entry, by: new Map() }], outside: [], inherits: (a, b) => a === b },
        { ...want, kinds: terms, isType: false },
        this.resolver.catalogue,
      );
      return meaningOf(search);
    }
    const simple = path.slice(path.lastIndexOf('.') + 1);
    // In Java a class sees its own name.
    if (want.isJava && want.space !== 'method' && simple === want.name) return { kind: 'type', path };
    const found = await this.ofEntry(want, entry);
    if (found?.kind === 'type' || want.space === 'type') return found;
    const self = await this.resolver.selfType(entry);
    const other = self && (await this.ofType(want, self));
    if (other === undefined) return found;
    if (found === undefined) return other;
    return isSame(found, other) ? found : uncertain;
  }

  /** What the name means in a value of this type. */
  async ofType(want: Want, type: Type): Promise<Meaning | undefined> {
    if (type.kind === 'all') {
      const found: Meaning[] = [];
      for (const part of type.parts) {
        const one = await this.ofType(want, part);
        if (one !== undefined) found.push(one);
      }
      const [first, ...others] = found;
      return first === undefined || others.every((one) => isSame(one, first)) ? first : uncertain;
    }
    if (type.kind === 'outside') return mayHaveMember(type.name, want.name) ? uncertain : undefined;
    if (type.kind !== 'instance') return uncertain;
    const entry = await this.resolver.catalogue.type(type.path);
    return entry === undefined ? uncertain : this.ofEntry(want, entry, type.args);
  }

  private async inherited(want: Want, parents: readonly TypeReference[]): Promise<Meaning | undefined> {
    const found: Meaning[] = [];
    for (const parent of parents) {
      const type = await this.resolver.types.type(parent, want.file);
      const one = await this.ofType(want, type);
      if (one !== undefined) found.push(one);
    }
    const [first, ...others] = found;
    return others.every((one) => first !== undefined && isSame(one, first)) ? first : uncertain;
  }

  private async explicit(want: Want, imports: readonly Import[], outer: Scope): Promise<Meaning | undefined> {
    const named = imports.filter((one) => one.as === want.name && one.name !== undefined);
    const fitting = want.isJava ? named.filter(({ isStatic }) => isStatic || want.space !== 'method') : named;
    const found: (Meaning | undefined)[] = [];
    for (const one of fitting) {
      const inner: Want = { ...want, name: one.name ?? '' };
      found.push(await this.imported(inner, one, outer));
    }
    const there = found.filter((one) => one !== undefined);
    const [first] = there;
    if (first !== undefined) return there.every((one) => isSame(one, first)) ? first : mergeMembers(there);
    // What is imported is not in the tree, or is a type where a term is looked for.
    const [clause] = fitting;
    return clause === undefined || (await this.isOtherSpace(want, fitting, outer))
      ? undefined
      : { kind: 'outside', name: [...clause.from, clause.name].join('.') };
  }

  /** Whether all imports of the name are of something in the tree that stands for other things. */
  private async isOtherSpace(want: Want, imports: readonly Import[], outer: Scope): Promise<boolean> {
    for (const one of imports) {
      const other: Want = { ...want, name: one.name ?? '', space: want.space === 'type' ? 'term' : 'type' };
      if ((await this.imported(other, one, outer)) === undefined) return false;
    }
    return true;
  }

  /** What a clause imports under the name. */
  private async imported(want: Want, { from, isStatic }: Import, outer: Scope): Promise<Meaning | undefined> {
    const prefix = await this.resolver.path(from, outer, want);
    if (prefix === undefined) return undefined;
    if (isStatic && want.space === 'type') return undefined;
    const found = await this.resolver.select(want, prefix);
    return found?.kind === 'outside' || (found?.kind === 'uncertain' && found.hits.length === 0 && prefix.kind === 'outside')
      ? undefined
      : found;
  }

  /** From the imports of all: `maybe` where only one from outside of the tree can have the name. */
  private async fromAll(want: Want, imports: readonly Import[], outer: Scope): Promise<Meaning | 'maybe' | undefined> {
    const found: Meaning[] = [];
    let maybe = false;
    for (const one of imports) {
      if (one.name !== undefined || one.except.includes(want.name)) continue;
      if (want.isJava && !one.isStatic && want.space === 'method') continue;
      const prefix = await this.resolver.path(one.from, outer, want);
      const meaning = prefix === undefined ? undefined : await this.resolver.select(want, prefix);
      const isNothing = meaning?.kind === 'package' && !this.resolver.catalogue.isPackage(meaning.name);
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
        this.resolver.isOutsidePackage(prefix)
      ) {
        maybe ||= !want.isJava && this.resolver.mayHave(one.from, want.name);
      }
    }
    const [first, ...others] = found;
    if (first === undefined) return maybe ? 'maybe' : undefined;
    return others.every((one) => isSame(one, first)) ? first : uncertain;
  }
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

function mergeMembers(meanings: readonly Meaning[]): Meaning {
  return {
    kind: 'uncertain',
    hits: meanings.flatMap((one) => (one.kind === 'members' || one.kind === 'uncertain' ? one.hits : [])),
  };
}

/** Whether two names lead to the same declaration. */
function isSame(one: Meaning, other: Meaning): boolean {
  if (one.kind === 'type' && other.kind === 'type') return one.path === other.path;
  if (one.kind === 'package' && other.kind === 'package') return one.name === other.name;
  if (one.kind === 'members' && other.kind === 'members')
    return one.hits[0]?.owner === other.hits[0]?.owner && one.hits.length === other.hits.length;
  return false;
}

function ownerOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.'));
}
