import type { LocatedSymbol } from '../../symbols/symbolTable';
import type { Member } from '../header';
import type { Scope, TypeReference } from '../scope';
import type { TypeEntry } from './catalogue';
import { ImportedNames } from './importedNames';
import { isSeen, searchMember, type Hit, type Search } from './members';
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
  readonly isBelow?: boolean;
}

export const uncertain: Meaning = { kind: 'uncertain', hits: [] };

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
  private readonly imports: ImportedNames;

  constructor(private readonly resolver: Resolver) {
    this.imports = new ImportedNames(resolver);
  }

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
          found = await this.imports.explicit(want, scope);
          if (found !== undefined) break;
          // In Java the package around stands before imports of all.
          if (want.isJava && scope.outer.kind === 'package' && want.space !== 'method')
            found = await this.inPackage(want, scope.outer.name);
          if (found !== undefined) break;
          const all = await this.imports.fromAll(want, scope);
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
        if (want.isJava || scope.kind !== 'imports') return found;
        const isByName = scope.imports.some((one) => one.name !== undefined && one.as === want.name);
        return (await this.definedAround(want, scope.outer, isByName ? undefined : found)) ?? found;
      }
    }
    if (mayBeImported) return { kind: 'outside', name: want.name };
    return undefined;
  }

  /**
   * In Scala what a type around defines or inherits stands before what is imported inside of it, and so does what the package
   * around has in the same file: were it another thing, the compiler would refuse the name as ambiguous, unless both stand in
   * the same place. Against what an import of all gives, compilers differ on what the package has in other files.
   */
  private async definedAround(want: Want, from: Scope, fromAll: Meaning | undefined): Promise<Meaning | undefined> {
    for (let scope = from; scope.kind !== 'file'; scope = scope.outer) {
      if (scope.kind === 'type') {
        const found = await this.inType(want, scope.path, scope.part);
        if (found !== undefined && found.kind !== 'uncertain') return found;
      } else if (scope.kind === 'package') {
        const found = await this.ofPackage(want, scope.name);
        if (found !== undefined && this.isInFile(found, want.file)) return found;
        if (found !== undefined && fromAll !== undefined && !isSame(found, fromAll)) return uncertain;
      }
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
        if (path !== undefined && !(await this.isThere(path, one, entry, want))) continue;
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

  /** Whether a type that `owner` declares is there in `own` too, which inherits from it or is it. */
  private async isThere(path: string, owner: TypeEntry, own: TypeEntry, want: Want): Promise<boolean> {
    const { catalogue } = this.resolver;
    const nested = await catalogue.type(path);
    return nested === undefined ? owner === own : isSeen(nested.header, owner, own, want, catalogue);
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
      const one = await this.ofType({ ...want, isBelow: true }, type);
      if (one !== undefined) found.push(one);
    }
    const [first, ...others] = found;
    return others.every((one) => first !== undefined && isSame(one, first)) ? first : uncertain;
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

/** Whether two names lead to the same declaration. */
export function isSame(one: Meaning, other: Meaning): boolean {
  if (one.kind === 'type' && other.kind === 'type') return one.path === other.path;
  if (one.kind === 'package' && other.kind === 'package') return one.name === other.name;
  if (one.kind === 'members' && other.kind === 'members')
    return one.hits[0]?.owner === other.hits[0]?.owner && one.hits.length === other.hits.length;
  return false;
}

function ownerOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.'));
}
