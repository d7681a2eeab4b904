import type { Scope, TypeReference } from '../scope';
import type { TypeEntry } from './catalogue';
import { ImportedNames } from './importedNames';
import { isSame, kindsFor, meaningOf, termKinds, uncertain, type Meaning, type Want } from './meaning';
import { isSeen, searchMember } from './members';
import { mayHaveMember } from './outside';
import type { Lookup, Resolution } from './resolution';
import type { Type } from './type';

/** Finds the meaning of a name that no method or block binds, scope by scope from the inside out. */
export class NameLookup implements Lookup {
  private readonly imports: ImportedNames;

  constructor(private readonly resolution: Resolution) {
    this.imports = new ImportedNames(resolution);
  }

  /** Returns the meaning of a name in a scope; undefined where nothing in the file or the tree has the name. */
  lookUp(want: Want, from: Scope): Meaning | undefined {
    // This tells whether an import of all names from outside of the tree may have the name.
    let mayBeImported = false;
    const { catalogue } = this.resolution;
    const before = catalogue.lacks;
    for (let scope = from; scope.kind !== 'file'; scope = scope.outer) {
      let found: Meaning | undefined;
      switch (scope.kind) {
        case 'local':
          found = this.inherited(want, scope.parents);
          break;
        case 'type':
          found = this.inType(want, scope.path, scope.part);
          break;
        case 'imports': {
          found = this.imports.explicit(want, scope);
          if (found !== undefined) break;
          // In Java the package around takes precedence over imports of all names.
          if (want.isJava && scope.outer.kind === 'package' && want.space !== 'method')
            found = this.inPackage(want, scope.outer.name);
          if (found !== undefined) break;
          const all = this.imports.fromAll(want, scope);
          if (all === 'maybe') mayBeImported = true;
          else if (all !== undefined) found = mayBeImported ? uncertain : all;
          break;
        }
        case 'package':
          found = this.ofPackage(want, scope.name);
          if (found !== undefined && mayBeImported && !this.isInFile(found, want.file)) found = uncertain;
          break;
        default:
          scope satisfies never;
      }
      // While a header is lacking, the search goes on in the outer scopes, so that other headers they lack are known at once.
      const isGuess = catalogue.lacks > before && found?.kind === 'uncertain' && found.hits.length === 0;
      if (found !== undefined && !isGuess) {
        if (want.isJava || scope.kind !== 'imports') return found;
        const isByName = scope.imports.some((one) => one.name !== undefined && one.as === want.name);
        return this.definedAround(want, scope.outer, isByName ? undefined : found) ?? found;
      }
    }
    return mayBeImported ? { kind: 'outside', name: want.name } : undefined;
  }

  /**
   * Returns what is defined around an import and takes precedence over what it imports; undefined where nothing does. In Scala a
   * name that a type around defines or inherits wins over one imported inside of that type, and so does one that the package
   * around has in the same file: were it another thing, the compiler would refuse the name as ambiguous, unless both stand in the
   * same place. Between an import of all names and what the package has in other files, compilers differ.
   */
  private definedAround(want: Want, from: Scope, fromAll: Meaning | undefined): Meaning | undefined {
    for (let scope = from; scope.kind !== 'file'; scope = scope.outer) {
      if (scope.kind === 'type') {
        const found = this.inType(want, scope.path, scope.part);
        if (found !== undefined && found.kind !== 'uncertain') return found;
      } else if (scope.kind === 'package') {
        const found = this.ofPackage(want, scope.name);
        if (found !== undefined && this.isInFile(found, want.file)) return found;
        if (found !== undefined && fromAll !== undefined && !isSame(found, fromAll)) return uncertain;
      }
    }
    return undefined;
  }

  /** Returns what a name means in a package: a type or object, a member of the package object, or an inner package. */
  ofPackage(want: Want, name: string): Meaning | undefined {
    const found = this.inPackage(want, name);
    if (found !== undefined) return found;
    const object = this.resolution.catalogue.type(`${name}.package$`);
    if (object !== undefined && !want.isJava) {
      const member = this.ofEntry(want, object);
      if (member !== undefined) return member;
    }
    const inner = `${name}.${want.name}`;
    return want.space !== 'type' && this.resolution.catalogue.isPackage(inner) ? { kind: 'package', name: inner } : undefined;
  }

  /** Returns what a name means in a type, among its types and members, inherited ones too. */
  ofEntry(want: Want, entry: TypeEntry, args: readonly Type[] = []): Meaning | undefined {
    const hierarchy = this.resolution.ancestry.hierarchy(entry, args);
    const nested: string[] = [];
    if (want.space !== 'method') {
      for (const { entry: one } of hierarchy.ancestors) {
        const path = this.typeBelow(want, one.header.path);
        if (path !== undefined && !this.isThere(path, one, entry, want)) continue;
        if (path !== undefined && !nested.some((other) => hierarchy.inherits(ownerOf(other), one.header.path))) nested.push(path);
      }
    }
    const search = searchMember(
      hierarchy,
      { ...want, kinds: kindsFor(want), isType: want.space === 'type' },
      this.resolution.catalogue,
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

  /**
   * Returns whether the type at `path`, which `owner` declares, is visible as a member of `own`, which is `owner` or inherits
   * from it.
   */
  private isThere(path: string, owner: TypeEntry, own: TypeEntry, want: Want): boolean {
    const { catalogue } = this.resolution;
    const nested = catalogue.type(path);
    return nested === undefined ? owner === own : isSeen(nested.header, owner, own, want, catalogue);
  }

  /** Returns the path of the type or object of this name in a package or type; undefined where there is none. */
  typeBelow({ name, space, isJava }: Pick<Want, 'name' | 'space' | 'isJava'>, owner: string): string | undefined {
    const { catalogue } = this.resolution;
    const path = owner === '' ? name : `${owner}.${name}`;
    const [type, object] = [catalogue.typeSymbol(path), catalogue.typeSymbol(`${path}$`)];
    if (space === 'type') return type !== undefined ? path : isJava && object !== undefined ? `${path}$` : undefined;
    if (isJava) return type !== undefined ? path : object !== undefined ? `${path}$` : undefined;
    if (object !== undefined) return `${path}$`;
    // A Java class that is used as a term stands for its static members, and a case class for the companion that nobody wrote.
    return type !== undefined && (type.file.endsWith('.java') || this.resolution.catalogue.type(path)?.header.isCase === true)
      ? path
      : undefined;
  }

  private inPackage(want: Want, name: string): Meaning | undefined {
    if (want.isJava && want.space === 'method') return undefined;
    const path = this.typeBelow(want, name);
    if (path !== undefined) return { kind: 'type', path };
    const { catalogue } = this.resolution;
    const whole = name === '' ? want.name : `${name}.${want.name}`;
    return catalogue.table.byPath(whole).length > 1 && catalogue.symbols(whole).length === 0 ? uncertain : undefined;
  }

  private isInFile(found: Meaning, file: string): boolean {
    return found.kind === 'type' && this.resolution.catalogue.typeSymbol(found.path)?.file === file;
  }

  private inType(want: Want, path: string, part: 'head' | 'body'): Meaning | undefined {
    const entry = this.resolution.catalogue.type(path);
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
        { ...want, kinds: termKinds, isType: false },
        this.resolution.catalogue,
      );
      return meaningOf(search);
    }
    const simple = path.slice(path.lastIndexOf('.') + 1);
    // In Java the simple name of a class is visible inside of it.
    if (want.isJava && want.space !== 'method' && simple === want.name) return { kind: 'type', path };
    const found = this.ofEntry(want, entry);
    if (found?.kind === 'type' || want.space === 'type') return found;
    const self = this.resolution.ancestry.selfType(entry);
    const other = self && this.ofType(want, self);
    if (other === undefined) return found;
    if (found === undefined) return other;
    return isSame(found, other) ? found : uncertain;
  }

  /** Returns what the name means as a member of a value of this type. */
  ofType(want: Want, type: Type): Meaning | undefined {
    if (type.kind === 'all') {
      const found: Meaning[] = [];
      for (const part of type.parts) {
        const one = this.ofType(want, part);
        if (one !== undefined) found.push(one);
      }
      const [first, ...others] = found;
      return first === undefined || others.every((one) => isSame(one, first)) ? first : uncertain;
    }
    if (type.kind === 'outside') return mayHaveMember(type.name, want.name) ? uncertain : undefined;
    if (type.kind !== 'instance') return uncertain;
    const entry = this.resolution.catalogue.type(type.path);
    return entry === undefined ? uncertain : this.ofEntry(want, entry, type.args);
  }

  private inherited(want: Want, parents: readonly TypeReference[]): Meaning | undefined {
    const found: Meaning[] = [];
    for (const parent of parents) {
      const type = this.resolution.writtenType(parent, want.file);
      const one = this.ofType({ ...want, isBelow: true }, type);
      if (one !== undefined) found.push(one);
    }
    const [first, ...others] = found;
    return others.every((one) => first !== undefined && isSame(one, first)) ? first : uncertain;
  }
}

function ownerOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.'));
}
