import type { Node, Query } from 'web-tree-sitter';
import { find, type Found } from './captures';
import type { TypeContainer } from './container';
import { parametersOf } from './parameters';
import type { KnownTypes } from './knownTypes';
import type { SkeletonSymbol, Span } from './skeletonOutline';
import type { SymbolKind } from './symbol';
import { withoutBackticks } from './typeName';

type Draft = { -readonly [K in keyof SkeletonSymbol]: SkeletonSymbol[K] };

/** The start of a name that begins with a small letter. A `$` counts as a capital: Scala's specification, 1.1. */
const startsSmall = /^[\p{Ll}_]/u;

/** Collects the symbols of a file, and knows how members become symbols. */
export class MemberSymbols {
  readonly all: Draft[] = [];

  constructor(
    private readonly query: Query,
    private readonly known?: KnownTypes,
  ) {}

  add(symbol: Omit<SkeletonSymbol, 'span' | 'nameSpan'>, declaration: Node, name: Node): Draft {
    const added = { ...symbol, span: spanOf(declaration), nameSpan: spanOf(name) };
    // A name that the parser made up where one is lacking is not a name.
    if (added.nameSpan.start < added.nameSpan.end) this.all.push(added);
    return added;
  }

  /** Adds a method, enum constant or type alias. */
  member({ node, parts, parameters }: Found, kind: 'method' | 'enumConstant' | 'type', owner: TypeContainer): void {
    const { name } = parts;
    if (name === undefined) return;
    if (kind === 'method') this.named(name, kind, node, owner, this.types(parameters));
    else this.named(name, kind, node, owner);
  }

  /** Adds a constructor that is declared as such; a record's compact one has the record's components as parameters. */
  constructorOf({ node, parts, parameters }: Found, owner: TypeContainer): void {
    if (parts.name === undefined) return;
    const types = parameters.length === 0 ? (owner.components ?? []) : this.types(parameters);
    this.addConstructor(types, node, parts.name, owner);
  }

  /** Adds a field, `val` or `var`; a pattern declares several. */
  value(found: Found, kind: 'field' | 'val' | 'var', owner: TypeContainer): void {
    const { name, pattern } = found.parts;
    if (name !== undefined) {
      owner.constants.add(found, this.named(name, kind, found.node, owner));
    } else if (pattern !== undefined) {
      for (const { what, node } of find(this.query, pattern)) {
        const isVariable = what === 'captured' || (what === 'bound' && startsSmall.test(node.text));
        if (isVariable) this.named(node, kind, found.node, owner);
      }
    }
  }

  /** Adds the primary constructor of a Scala class, which is its parameter lists; some of the parameters are members, too. */
  primaryConstructor({ node, parts, classParameters }: Found, name: Node, owner: TypeContainer): void {
    if (classParameters.length === 0) return;
    const lists = classParameters.map((list) => parametersOf(this.query, list));
    this.addConstructor(
      lists.flat().map(({ type }) => type),
      node,
      name,
      owner,
    );
    lists.forEach((list, index) => {
      for (const parameter of list) {
        const isMember = parameter.keyword !== undefined || (index === 0 && parts.case !== undefined);
        if (!isMember || parameter.name === undefined) continue;
        this.named(parameter.name, parameter.keyword === 'var' ? 'var' : 'val', parameter.node, owner);
      }
    });
  }

  /** Adds the fields of a Java record: each of its components is one. */
  recordComponents(components: Node, owner: TypeContainer): void {
    for (const { name, node } of parametersOf(this.query, components)) if (name) this.named(name, 'field', node, owner);
  }

  types(lists: readonly Node[]): string[] {
    return lists.flatMap((list) => this.known?.of(list, () => this.typesIn(list)) ?? this.typesIn(list));
  }

  private typesIn(list: Node): string[] {
    return parametersOf(this.query, list).map(({ type }) => type);
  }

  private addConstructor(parameters: readonly string[], declaration: Node, name: Node, owner: TypeContainer): void {
    const path = `${owner.path}#<init>`;
    this.add({ kind: 'constructor', path, name: '<init>', parameters }, declaration, name);
  }

  private named(node: Node, kind: SymbolKind, declaration: Node, owner: TypeContainer, parameters?: readonly string[]): Draft {
    const name = withoutBackticks(node.text);
    return this.add({ kind, path: `${owner.path}#${name}`, name, ...(parameters && { parameters }) }, declaration, node);
  }
}

export function spanOf({ startIndex, endIndex }: Node): Span {
  return { start: startIndex, end: endIndex };
}
