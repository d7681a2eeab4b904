import type { SymbolTable } from '../../symbols/symbolTable';
import type { Scope, TypeReference } from '../scope';
import type { Use, UseSite } from '../use';
import { answerTo } from './answers';
import { Catalogue, type HeaderSource, type TypeEntry } from './catalogue';
import { hierarchyOf, type Hierarchy } from './hierarchy';
import { searchMember } from './members';
import { kindsFor, meaningOf, Names, type Meaning, type Want } from './names';
import { Libraries } from './libraries';
import { unknown, type Type } from './type';
import { Types } from './types';
import { Values } from './values';

/** Tells what uses refer to, in one state of a tree. */
export class Resolver {
  readonly catalogue: Catalogue;
  readonly names = new Names(this);
  readonly types = new Types(this);
  readonly values = new Values(this);
  private readonly libraries: Libraries;
  private readonly hierarchies = new Map<string, Hierarchy>();
  private readonly parents = new Map<string, readonly Type[]>();
  /** Types whose parents are being found out. */
  private readonly open = new Set<string>();
  /** One use is resolved after the other, so that what is open is open for that one. */
  private last: Promise<unknown> = Promise.resolve();

  /** `libraryNames`: see {@link Libraries}. */
  constructor(table: SymbolTable, headers: HeaderSource, libraryNames: Readonly<Record<string, string>>) {
    this.catalogue = new Catalogue(table, headers);
    this.libraries = new Libraries(libraryNames);
  }

  /** What a use in a file refers to; undefined where that is nothing of the tree, or not known at all. */
  resolve({ target, range, name }: UseSite, file: string): Promise<Use | undefined> {
    const use = this.last.then(async () => {
      const answer = await answerTo(target, file, this);
      return answer && { range, name, answer };
    });
    this.last = use.catch(() => undefined);
    return use;
  }

  /** What a type inherits. While that is being found out, it inherits nothing: a parent's name is not looked up in itself. */
  async hierarchy(entry: TypeEntry, args: readonly Type[]): Promise<Hierarchy> {
    const { path } = entry.header;
    const key = `${path} ${JSON.stringify(args)}`;
    const known = this.hierarchies.get(key);
    if (known !== undefined) return known;
    if (this.open.has(path))
      return { ancestors: [{ entry, by: new Map() }], outside: [], inherits: (one, other) => one === other };
    this.open.add(path);
    try {
      const hierarchy = await hierarchyOf(entry, args, this.catalogue, (one) => this.parentsOf(one));
      this.hierarchies.set(key, hierarchy);
      return hierarchy;
    } finally {
      this.open.delete(path);
    }
  }

  /** What a name means behind a dot. */
  async select(want: Want, of: Type): Promise<Meaning | undefined> {
    switch (of.kind) {
      case 'package': {
        const found = await this.names.ofPackage(want, of.name);
        if (found !== undefined || want.space === 'type') return found ?? { kind: 'outside', name: `${of.name}.${want.name}` };
        return /^\p{Ll}/u.test(want.name)
          ? { kind: 'package', name: `${of.name}.${want.name}` }
          : { kind: 'outside', name: `${of.name}.${want.name}` };
      }
      case 'static':
        return this.selectStatic(want, of.path);
      case 'instance': {
        const entry = await this.catalogue.type(of.path);
        return entry === undefined ? { kind: 'uncertain', hits: [] } : this.names.ofEntry(want, entry, of.args);
      }
      case 'all':
        return this.names.ofType(want, of);
      case 'variable': {
        const entry = await this.catalogue.type(of.owner);
        const bound = entry?.header.parameters.find(({ name }) => name === of.name)?.bound;
        if (entry === undefined || bound === undefined) return { kind: 'uncertain', hits: [] };
        return this.select(want, await this.types.type(bound, entry.file));
      }
      case 'unknown':
        return { kind: 'uncertain', hits: [] };
      case 'outside':
      case 'tuple':
      case 'array':
        return undefined;
      default:
        return of satisfies never;
    }
  }

  /** What names with dots between lead to, as in an import. */
  async path(names: readonly string[], scope: Scope, want: Pick<Want, 'file' | 'isJava'>): Promise<Type | undefined> {
    const isWhole = want.isJava || names[0] === '_root_';
    const [first, ...others] = names[0] === '_root_' ? names.slice(1) : names;
    if (first === undefined) return undefined;
    let result: Type = isWhole ? { kind: 'package', name: first } : await this.start(first, scope, want);
    for (const name of others) {
      const meaning = await this.select({ ...want, name, space: 'term', counts: undefined }, result);
      result = await this.typeOfMeaning(meaning, want);
      if (result.kind === 'unknown') return undefined;
    }
    return result;
  }

  async typeMeaning({ name, scope }: Extract<TypeReference, { kind: 'named' }>, file: string): Promise<Meaning | undefined> {
    const isJava = file.endsWith('.java');
    const [last, prefix] = [name.at(-1) ?? '', name.slice(0, -1)];
    const want: Want = { name: last, space: 'type', counts: undefined, file, isJava };
    const [first] = prefix;
    if (first === undefined) return this.names.lookUp(want, scope);
    // A type before a dot (Java), or an object or value (Scala).
    const start = isJava ? await this.names.lookUp({ ...want, name: first }, scope) : undefined;
    let of: Type = start === undefined ? await this.start(first, scope, want) : await this.typeOfMeaning(start, want);
    for (const one of prefix.slice(1)) {
      const meaning = await this.select({ ...want, name: one, space: 'term' }, of);
      of = await this.typeOfMeaning(meaning, want);
    }
    if (of.kind === 'outside') return { kind: 'outside', name: `${of.name}.${last}` };
    return this.select(want, of);
  }

  async thisType(scope: Scope, qualifier: string | undefined, file: string): Promise<Type> {
    for (let one = scope; one.kind !== 'file'; one = one.outer) {
      if (one.kind === 'local' && qualifier === undefined) {
        const [parent, ...others] = one.parents;
        return parent === undefined || others.length > 0 ? unknown : this.types.type(parent, file);
      }
      if (one.kind !== 'type') continue;
      const simple = one.path.slice(one.path.lastIndexOf('.') + 1).replace(/\$$/, '');
      if (qualifier !== undefined && qualifier !== simple) continue;
      const { path } = one;
      const entry = await this.catalogue.type(path);
      const args = (entry?.header.parameters ?? []).map(({ name }) => ({ kind: 'variable', owner: path, name }) as const);
      const own: Type = { kind: 'instance', path, args };
      const self = entry && (await this.selfType(entry));
      return self === undefined ? own : { kind: 'all', parts: [own, self] };
    }
    return unknown;
  }

  async superType(scope: Scope, qualifier: string | undefined, file: string): Promise<Type> {
    let own: Scope = scope;
    while (own.kind !== 'file' && own.kind !== 'type' && own.kind !== 'local') own = own.outer;
    if (own.kind === 'local') {
      const [parent, ...others] = own.parents;
      return parent === undefined || others.length > 0 ? unknown : this.types.type(parent, file);
    }
    if (own.kind !== 'type') return unknown;
    const entry = await this.catalogue.type(own.path);
    const parents = entry === undefined ? [] : await this.parentsOf(entry);
    if (qualifier !== undefined) {
      return (
        parents.find((one) => (one.kind === 'instance' || one.kind === 'outside') && lastOf(nameOf(one)) === qualifier) ?? unknown
      );
    }
    return { kind: 'all', parts: parents.filter((one) => one.kind !== 'outside' || lastOf(one.name) !== 'Object') };
  }

  /** What a type says of `this` beyond its parents; while that is being found out, nothing. */
  async selfType({ header, file }: TypeEntry): Promise<Type | undefined> {
    const key = `self ${header.path}`;
    if (header.self === undefined || this.open.has(key)) return undefined;
    this.open.add(key);
    try {
      return await this.types.type(header.self, file);
    } finally {
      this.open.delete(key);
    }
  }

  isOutsidePackage(of: Type): boolean {
    return of.kind === 'package' && !this.catalogue.isPackage(of.name);
  }

  /** Whether a package or object that is not in the tree may hold a name. */
  mayHave(from: readonly string[], name: string): boolean {
    return this.libraries.mayHoldName(from.join('.'), name);
  }

  async typeOfMeaning(meaning: Meaning | undefined, { file }: Pick<Want, 'file'>): Promise<Type> {
    switch (meaning?.kind) {
      case 'type':
        return meaning.path.endsWith('$') && !file.endsWith('.java')
          ? { kind: 'instance', path: meaning.path, args: [] }
          : { kind: 'static', path: meaning.path };
      case 'members': {
        const [hit] = meaning.hits;
        return hit === undefined || meaning.hits.length > 1 ? unknown : this.values.memberType(hit);
      }
      case 'package':
        return { kind: 'package', name: meaning.name };
      case 'outside':
        return { kind: 'outside', name: meaning.name, args: [] };
      case 'variable':
      case 'uncertain':
      case undefined:
        return unknown;
      default:
        return meaning satisfies never;
    }
  }

  private async parentsOf({ header, file }: TypeEntry): Promise<readonly Type[]> {
    const known = this.parents.get(header.path);
    if (known !== undefined) return known;
    const parents: Type[] = [];
    for (const parent of header.parents) parents.push(await this.types.type(parent, file));
    this.parents.set(header.path, parents);
    return parents;
  }

  private async start(first: string, scope: Scope, want: Pick<Want, 'file' | 'isJava'>): Promise<Type> {
    const meaning = await this.names.lookUp({ ...want, name: first, space: 'term', counts: undefined }, scope);
    if (meaning === undefined || (meaning.kind === 'outside' && meaning.name === first && /^\p{Ll}/u.test(first)))
      return { kind: 'package', name: first };
    return this.typeOfMeaning(meaning, want);
  }

  private async selectStatic(want: Want, path: string): Promise<Meaning | undefined> {
    const entry = await this.catalogue.type(path);
    if (entry === undefined) return { kind: 'uncertain', hits: [] };
    if (want.space !== 'method') {
      const nested = await this.names.typeBelow(want, path);
      const hierarchy = await this.hierarchy(entry, []);
      const search =
        want.space === 'term'
          ? searchMember(hierarchy, { ...want, kinds: kindsFor(want), isType: false }, this.catalogue)
          : undefined;
      if (search?.kind === 'found') return meaningOf(search);
      if (nested !== undefined) return { kind: 'type', path: nested };
    }
    // The companion of a Scala case class that nobody wrote has none of the class's members.
    if (entry.language === 'scala' && !path.endsWith('$')) return { kind: 'uncertain', hits: [] };
    return this.names.ofEntry(want, entry);
  }
}

function nameOf(type: Extract<Type, { kind: 'instance' | 'outside' }>): string {
  return type.kind === 'instance' ? type.path : type.name;
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
