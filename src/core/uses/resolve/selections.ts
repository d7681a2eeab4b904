import type { Scope, TypeReference } from '../scope';
import { kindsFor, meaningOf, type Meaning, type Want } from './meaning';
import { searchMember } from './members';
import type { Place, Resolution, Selection } from './resolution';
import { unknown, type Type } from './type';

/** Resolves names behind dots. */
export class Selections implements Selection {
  constructor(private readonly resolution: Resolution) {}

  select(want: Want, of: Type): Meaning | undefined {
    switch (of.kind) {
      case 'package': {
        const found = this.resolution.lookup.ofPackage(want, of.name);
        if (found !== undefined || want.space === 'type') return found ?? { kind: 'outside', name: `${of.name}.${want.name}` };
        return /^\p{Ll}/u.test(want.name)
          ? { kind: 'package', name: `${of.name}.${want.name}` }
          : { kind: 'outside', name: `${of.name}.${want.name}` };
      }
      case 'static':
        return this.selectStatic(want, of.path);
      case 'instance': {
        const entry = this.resolution.catalogue.type(of.path);
        return entry === undefined ? { kind: 'uncertain', hits: [] } : this.resolution.lookup.ofEntry(want, entry, of.args);
      }
      case 'all':
        return this.resolution.lookup.ofType(want, of);
      case 'variable': {
        const entry = this.resolution.catalogue.type(of.owner);
        const bound = entry?.header.parameters.find(({ name }) => name === of.name)?.bound;
        if (entry === undefined || bound === undefined) return { kind: 'uncertain', hits: [] };
        return this.select(want, this.resolution.writtenType(bound, entry.file));
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

  path(names: readonly string[], scope: Scope, want: Place): Type | undefined {
    const isWhole = want.isJava || names[0] === '_root_';
    const [first, ...others] = names[0] === '_root_' ? names.slice(1) : names;
    if (first === undefined) return undefined;
    let result: Type = isWhole ? { kind: 'package', name: first } : this.start(first, scope, want);
    for (const name of others) {
      const meaning = this.select({ ...want, name, space: 'term', counts: undefined }, result);
      result = this.typeOfMeaning(meaning, want);
      if (result.kind === 'unknown') return undefined;
    }
    return result;
  }

  typeMeaning({ name, scope }: Extract<TypeReference, { kind: 'named' }>, file: string): Meaning | undefined {
    const isJava = file.endsWith('.java');
    const [last, prefix] = [name.at(-1) ?? '', name.slice(0, -1)];
    const want: Want = { name: last, space: 'type', counts: undefined, file, isJava };
    const [first] = prefix;
    if (first === undefined) return this.resolution.lookup.lookUp(want, scope);
    // The first name before a dot is a type in Java, and an object or a value in Scala.
    const start = isJava ? this.resolution.lookup.lookUp({ ...want, name: first }, scope) : undefined;
    let of: Type = start === undefined ? this.start(first, scope, want) : this.typeOfMeaning(start, want);
    for (const one of prefix.slice(1)) {
      const meaning = this.select({ ...want, name: one, space: 'term' }, of);
      of = this.typeOfMeaning(meaning, want);
    }
    if (of.kind === 'outside') return { kind: 'outside', name: `${of.name}.${last}` };
    return this.select(want, of);
  }

  private start(first: string, scope: Scope, want: Place): Type {
    const meaning = this.resolution.lookup.lookUp({ ...want, name: first, space: 'term', counts: undefined }, scope);
    if (meaning === undefined || (meaning.kind === 'outside' && meaning.name === first && /^\p{Ll}/u.test(first)))
      return { kind: 'package', name: first };
    return this.typeOfMeaning(meaning, want);
  }

  private selectStatic(want: Want, path: string): Meaning | undefined {
    const entry = this.resolution.catalogue.type(path);
    if (entry === undefined) return { kind: 'uncertain', hits: [] };
    if (want.space !== 'method') {
      const nested = this.resolution.lookup.typeBelow(want, path);
      const hierarchy = this.resolution.ancestry.hierarchy(entry, []);
      const search =
        want.space === 'term'
          ? searchMember(hierarchy, { ...want, kinds: kindsFor(want), isType: false }, this.resolution.catalogue)
          : undefined;
      if (search?.kind === 'found') return meaningOf(search);
      if (nested !== undefined) return { kind: 'type', path: nested };
    }
    // The companion of a Scala case class, where nobody wrote it, has none of the class's members.
    if (entry.language === 'scala' && !path.endsWith('$')) return { kind: 'uncertain', hits: [] };
    return this.resolution.lookup.ofEntry(want, entry);
  }

  private typeOfMeaning(meaning: Meaning | undefined, { file }: Pick<Place, 'file'>): Type {
    switch (meaning?.kind) {
      case 'type':
        return meaning.path.endsWith('$') && !file.endsWith('.java')
          ? { kind: 'instance', path: meaning.path, args: [] }
          : { kind: 'static', path: meaning.path };
      case 'members': {
        const [hit] = meaning.hits;
        return hit === undefined || meaning.hits.length > 1 ? unknown : this.resolution.values.memberType(hit);
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
}
