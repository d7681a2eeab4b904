import type { Node, Query } from 'web-tree-sitter';
import type { LoadedLanguage } from '../syntax/parsers';
import { LineIndex } from '../util/lineIndex';
import { find, type Found } from './captures';
import { ConstantValues } from './constants';
import { parametersOf } from './parameters';
import type { FileOutline, Range, SourceSymbol, SymbolKind } from './symbol';
import { withoutBackticks } from './typeName';

/**
 * What a text declares. Only its skeleton is parsed: a third of the text, so faster than parsing it all would be,
 * and what the parser does not understand in the body of a method harms nothing. The text has no byte order mark.
 * @throws ParseFailure
 */
export function outlineFile(text: string, language: LoadedLanguage): FileOutline {
  const lines = new LineIndex(text);
  const skeleton = language.info.skeleton(text);
  const rangeOf = (from: number, to: number): Range => {
    const { start, end } = skeleton.original(from, to);
    return lines.range(start, end);
  };
  return language.parse(skeleton.text, (root) => new Outliner(rangeOf, language.query).outline(root));
}

/** What members belong to. */
interface Container {
  /** Of a package: its name; of a type: its canonical path. */
  readonly path: string;
  readonly isType: boolean;
  /** Of a record: the types of its components. */
  readonly components?: readonly string[];
  readonly constants?: ConstantValues;
}

type Draft = { -readonly [K in keyof SourceSymbol]: SourceSymbol[K] };

class Outliner {
  private readonly symbols: Draft[] = [];
  private readonly packages = new Map<string, Range>();

  constructor(
    private readonly rangeOf: (start: number, end: number) => Range,
    private readonly query: Query,
  ) {}

  outline(root: Node): FileOutline {
    this.members(root, { path: '', isType: false });
    const packages = [...this.packages].map(([name, nameRange]) => ({ name, nameRange }));
    return { packages, symbols: this.symbols, hasErrors: root.hasError };
  }

  /** The declarations directly inside a node. A package clause without a body changes the container for what follows. */
  private members(body: Node, owner: Container): void {
    let container = owner;
    for (const found of find(this.query, body, 1)) {
      if (found.node.id === body.id) continue;
      if (found.what === 'members') this.members(found.node, container);
      else if (found.what === 'package') container = this.package(found, container);
      else this.declaration(found, container);
    }
  }

  private package(found: Found, outer: Container): Container {
    const { name, body } = found.parts;
    if (name === undefined) return outer;
    const path = join(
      outer.path,
      name.text
        .split('.')
        .map((part) => withoutBackticks(part.trim()))
        .join('.'),
    );
    const inner = { path, isType: false };
    this.enterPackage(path, name);
    if (body === undefined) return inner;
    this.members(body, inner);
    return outer;
  }

  private enterPackage(path: string, name: Node): void {
    if (!this.packages.has(path)) this.packages.set(path, this.range(name));
  }

  private declaration(found: Found, container: Container): void {
    switch (found.what) {
      case 'class':
      case 'trait':
      case 'object':
      case 'interface':
      case 'enum':
      case 'annotation':
        return this.type(found, found.what, container);
      case 'packageObject':
        return this.packageObject(found, container);
      case 'method':
      case 'enumConstant':
      case 'type':
        return this.member(found, found.what, container);
      case 'constructor':
        return this.member(found, 'constructor', container, '<init>');
      case 'field':
      case 'val':
      case 'var':
        return this.value(found, found.what, container);
      case 'package':
      case 'members':
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

  private type(found: Found, kind: SymbolKind, container: Container): void {
    const { name, body, components } = found.parts;
    if (name === undefined) return;
    const simple = withoutBackticks(name.text);
    const segment = kind === 'object' ? `${simple}$` : simple;
    const path = join(container.path, segment);
    this.add({ kind, path, name: simple, range: this.range(found.node), nameRange: this.range(name) });
    const inner: Container = {
      path,
      isType: true,
      constants: new ConstantValues(simple),
      ...(components && { components: this.recordComponents(components, path) }),
    };
    this.primaryConstructor(found, name, inner);
    if (body !== undefined) this.members(body, inner);
    inner.constants?.resolve();
  }

  private packageObject(found: Found, container: Container): void {
    const { name, body } = found.parts;
    if (name === undefined) return;
    const packagePath = join(container.path, withoutBackticks(name.text));
    this.enterPackage(packagePath, name);
    const inner: Container = { path: `${packagePath}.package$`, isType: true, constants: new ConstantValues('package') };
    this.add({
      kind: 'object',
      path: inner.path,
      name: 'package',
      range: this.range(found.node),
      nameRange: this.range(name),
    });
    if (body !== undefined) this.members(body, inner);
    inner.constants?.resolve();
  }

  /** Scala: the parameter lists of a class are a constructor, and some of them members. */
  private primaryConstructor(found: Found, name: Node, inner: Container): void {
    if (found.classParameters.length === 0) return;
    const lists = found.classParameters.map((list) => parametersOf(this.query, list));
    const parameters = lists.flat().map(({ type }) => type);
    const path = `${inner.path}#<init>`;
    this.add({
      kind: 'constructor',
      path,
      name: '<init>',
      parameters,
      range: this.range(found.node),
      nameRange: this.range(name),
    });
    lists.forEach((list, index) => {
      for (const parameter of list) {
        const isMember = parameter.keyword !== undefined || (index === 0 && found.parts.case !== undefined);
        if (!isMember || parameter.name === undefined) continue;
        this.named(parameter.name, parameter.keyword === 'var' ? 'var' : 'val', parameter.node, inner);
      }
    });
  }

  /** Java: each component of a record is a field. Gives their types. */
  private recordComponents(components: Node, path: string): string[] {
    const all = parametersOf(this.query, components);
    for (const { name, node } of all) if (name) this.named(name, 'field', node, { path, isType: true });
    return all.map(({ type }) => type);
  }

  private member(found: Found, kind: SymbolKind, container: Container, fixedName?: string): void {
    const { name } = found.parts;
    if (name === undefined) return;
    const simple = fixedName ?? withoutBackticks(name.text);
    const hasParameters = kind === 'method' || kind === 'constructor';
    this.add({
      kind,
      path: `${container.path}#${simple}`,
      name: simple,
      ...(hasParameters && { parameters: this.parameterTypes(found, kind, container) }),
      range: this.range(found.node),
      nameRange: this.range(name),
    });
  }

  private parameterTypes(found: Found, kind: SymbolKind, container: Container): readonly string[] {
    if (kind === 'constructor' && found.parameters.length === 0) return container.components ?? [];
    return found.parameters.flatMap((list) => parametersOf(this.query, list)).map(({ type }) => type);
  }

  private value(found: Found, kind: SymbolKind, container: Container): void {
    const { name, pattern } = found.parts;
    if (name !== undefined) {
      const symbol = this.named(name, kind, found.node, container);
      container.constants?.add(found, symbol);
    } else if (pattern !== undefined) {
      for (const bound of find(this.query, pattern)) this.bound(bound, kind, found.node, container);
    }
  }

  private bound(found: Found, kind: SymbolKind, declaration: Node, container: Container): void {
    const isVariable = found.what === 'captured' || (found.what === 'bound' && /^[\p{Ll}_$]/u.test(found.node.text));
    if (isVariable) this.named(found.node, kind, declaration, container);
  }

  private named(name: Node, kind: SymbolKind, declaration: Node, container: Container): Draft {
    const simple = withoutBackticks(name.text);
    const path = `${container.path}#${simple}`;
    return this.add({ kind, path, name: simple, range: this.range(declaration), nameRange: this.range(name) });
  }

  private add(symbol: Draft): Draft {
    this.symbols.push(symbol);
    return symbol;
  }

  private range(node: Node): Range {
    return this.rangeOf(node.startIndex, node.endIndex);
  }
}

function join(outer: string, name: string): string {
  return outer === '' ? name : `${outer}.${name}`;
}
