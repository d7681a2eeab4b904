import type { Node, Query } from 'web-tree-sitter';
import type { LoadedLanguage } from '../syntax/parsers';
import { skeletons } from '../syntax/skeleton/skeletons';
import { find, type Found, type WholeName } from './captures';
import { ConstantValues } from './constants';
import { pathIn, type Container, type PackageContainer, type TypeContainer } from './container';
import type { KnownTypes } from './knownTypes';
import { MemberSymbols, spanOf } from './memberSymbols';
import type { PackedOutline } from './packedOutline';
import { packSkeleton, placeOutline, type SkeletonOutline, type Span } from './skeletonOutline';
import { typeKinds, type SymbolKind } from './symbol';
import { withoutBackticks } from './typeName';

/**
 * Returns the declarations of a text, which must have no byte order mark. Only its skeleton is parsed: a fifth of the text, so it
 * is faster than parsing it all, and code in the body of a method that the parser does not understand harms nothing.
 * @throws ParseFailure
 */
export function outlineFile(text: string, language: LoadedLanguage): PackedOutline {
  const skeleton = skeletons[language.info.id](text);
  const found = language.parse(skeleton.text, (root) => findInSkeleton(root, language));
  return placeOutline(packSkeleton(found), skeleton, text);
}

/** Returns the declarations of the skeleton with this tree; `known` has the types of texts that have much in common with it. */
export function findInSkeleton(root: Node, { query }: LoadedLanguage, known?: KnownTypes): SkeletonOutline {
  return new Outliner(query, known).outline(root);
}

/** Goes from container to container, and asks the query each time for the declarations directly in it. */
class Outliner {
  private readonly symbols: MemberSymbols;
  private readonly packages = new Map<string, Span>();

  constructor(
    private readonly query: Query,
    known?: KnownTypes,
  ) {
    this.symbols = new MemberSymbols(query, known);
  }

  outline(root: Node): SkeletonOutline {
    this.inPackage(root, { kind: 'package', path: '' });
    const packages = [...this.packages].map(([name, nameSpan]) => ({ name, nameSpan }));
    return { packages, symbols: this.symbols.all, hasErrors: root.hasError };
  }

  /**
   * Goes through a package; a package clause without braces holds for everything that follows. Returns the package that holds at
   * the end.
   */
  private inPackage(body: Node, outer: PackageContainer): PackageContainer {
    let current = outer;
    for (const found of this.directlyIn(body)) {
      if (found.what === 'members') current = this.inPackage(found.node, current);
      else if (found.what === 'package') current = this.packageClause(found, current);
      else this.type(found, current);
    }
    // The file may only describe its package with a doc comment, as package-info.java does.
    if (this.packages.size === 0 && current !== outer) this.enter(current);
    return current;
  }

  private packageClause({ parts: { name, body } }: Found, outer: PackageContainer): PackageContainer {
    // A name that the parser made up where one is lacking is not a name.
    if (name === undefined || name.text.trim() === '') return outer;
    const parts = name.text.split('.').map((part) => withoutBackticks(part.trim()));
    const inner = { kind: 'package', path: pathIn(outer, parts.join('.')), clause: name } as const;
    if (body === undefined) return inner;
    this.inPackage(body, inner);
    return outer;
  }

  /** Adds a type. Members that a broken text leaves outside of any type have no path, and are left out. */
  private type(found: Found, container: Container): void {
    const { what, parts } = found;
    if (parts.name === undefined) return;
    if (what === 'packageObject') {
      const path = pathIn(container, withoutBackticks(parts.name.text));
      this.enter({ kind: 'package', path, clause: parts.name });
      this.symbols.add({ kind: 'object', path: `${path}.package$`, name: 'package' }, found.node, parts.name);
      this.insideOf(found, parts.name, `${path}.package$`, 'package');
    } else if (isTypeKind(what)) {
      const name = withoutBackticks(parts.name.text);
      const path = pathIn(container, what === 'object' ? `${name}$` : name);
      this.symbols.add({ kind: what, path, name }, found.node, parts.name);
      if (container.kind === 'package') this.enter(container);
      this.insideOf(found, parts.name, path, name);
    }
  }

  private insideOf(found: Found, nameNode: Node, path: string, name: string): void {
    const { body, components } = found.parts;
    const constants = new ConstantValues(name);
    const types = components && { components: this.symbols.types([components]) };
    const inner: TypeContainer = { kind: 'type', path, constants, ...types };
    if (components !== undefined) this.symbols.recordComponents(components, inner);
    this.symbols.primaryConstructor(found, nameNode, inner);
    if (body !== undefined) this.members(body, inner);
    constants.resolve();
  }

  private members(body: Node, owner: TypeContainer): void {
    for (const found of this.directlyIn(body)) this.member(found, owner);
  }

  private member(found: Found, owner: TypeContainer): void {
    switch (found.what) {
      case 'members':
        return this.members(found.node, owner);
      case 'method':
      case 'enumConstant':
      case 'type':
        return this.symbols.member(found, found.what, owner);
      case 'constructor':
        return this.symbols.constructorOf(found, owner);
      case 'field':
      case 'val':
      case 'var':
        return this.symbols.value(found, found.what, owner);
      case 'class':
      case 'trait':
      case 'interface':
      case 'enum':
      case 'annotation':
      case 'object':
        return this.type(found, owner);
      case 'package':
      case 'packageObject':
      case 'parameter':
      case 'repeated':
      case 'bound':
      case 'captured':
      case 'called':
      case 'singleton':
      case undefined:
        return;
      default:
        found.what satisfies never;
    }
  }

  /** Returns the matches one level below a node. */
  private directlyIn(body: Node): Found[] {
    return find(this.query, body, 1).filter(({ node }) => node.id !== body.id);
  }

  private enter({ path, clause }: PackageContainer): void {
    if (clause !== undefined && !this.packages.has(path)) this.packages.set(path, spanOf(clause));
  }
}

function isTypeKind(what: WholeName | undefined): what is SymbolKind {
  const kinds: ReadonlySet<unknown> = typeKinds;
  return kinds.has(what);
}
