import type { Node } from 'web-tree-sitter';
import { withoutBackticks } from '../../symbols/typeName';
import { childOf, fieldOf, fieldsOf, hasToken, isIn, named } from '../nodes';
import type { Import, Scope, TypeReference } from '../scope';
import { identifiersIn, scalaType } from './scalaTypes';

export const definitions: ReadonlySet<string> = new Set([
  'class_definition',
  'trait_definition',
  'object_definition',
  'package_object',
  'enum_definition',
]);
const sequences: ReadonlySet<string> = new Set([
  'compilation_unit',
  'template_body',
  'block',
  'indented_block',
  'case_clause',
  'enum_body',
  'ERROR',
]);

/** The scope that holds from an offset on. */
interface Step {
  readonly from: number;
  readonly scope: Scope;
}

/** Finds the scopes around a place in one Scala file. Terms that methods and blocks bind are no part of them. */
export class ScalaScopes {
  private readonly known = new Map<string, Scope>();
  private readonly steps = new Map<number, readonly Step[]>();
  private readonly places = new Map<number, Scope>();
  private readonly paths = new Map<number, string | undefined>();

  /** Returns the scope in which the names at `node` are looked up. */
  at(node: Node): Scope {
    const known = this.places.get(node.id) ?? this.find(node);
    this.places.set(node.id, known);
    return known;
  }

  private find(node: Node): Scope {
    const { parent } = node;
    if (parent === null) return { kind: 'file' };
    if (sequences.has(parent.type) || parent.type === 'package_clause') return this.inSequence(parent, node);
    if (definitions.has(parent.type)) return this.inDefinition(parent, node);
    if (parent.type === 'instance_expression' && node.type === 'template_body') {
      return { kind: 'local', parents: this.parentsOf(parent), outer: this.at(parent) };
    }
    // The grammar takes `new A(…) with B { … }` for an operator and a block.
    if (parent.type === 'infix_expression' && fieldOf(parent, 'operator')?.text === 'with') {
      return { kind: 'local', parents: [{ kind: 'opaque' }], outer: this.at(parent) };
    }
    return this.at(parent);
  }

  /** Returns the scope inside of a definition's body. */
  inside(definition: Node): Scope {
    const outer = this.at(definition);
    const path = this.pathOf(definition);
    if (path === undefined) return { kind: 'local', parents: this.parentsOf(definition), outer };
    return this.once(`b${definition.id}`, () => ({ kind: 'type', path, part: 'body', outer }));
  }

  /** Returns the canonical path of a definition; undefined where it is no symbol. */
  pathOf(definition: Node): string | undefined {
    if (this.paths.has(definition.id)) return this.paths.get(definition.id);
    const path = this.findPath(definition);
    this.paths.set(definition.id, path);
    return path;
  }

  type(node: Node, scope = this.at(node)): TypeReference {
    return scalaType(node, scope, (name) => isLocalType(name, node, this));
  }

  parentsOf(definition: Node): TypeReference[] {
    const clause = definition.type === 'instance_expression' ? definition : fieldOf(definition, 'extend');
    if (clause === undefined) return [];
    const types = fieldsOf(clause, 'type');
    const all =
      types.length > 0 ? types : named(clause).filter(({ type }) => type.endsWith('type') || type.endsWith('type_identifier'));
    return all.map((type) => this.type(type));
  }

  private inDefinition(definition: Node, child: Node): Scope {
    const outer = this.at(definition);
    const isBody = child.type === 'template_body' || child.type === 'enum_body';
    if (isBody) return this.inside(definition);
    const path = this.pathOf(definition);
    if (path === undefined) return outer;
    return this.once(`h${definition.id}`, () => ({ kind: 'type', path, part: 'head', outer }));
  }

  /** Returns the scope of a statement in a sequence, in which the packages and imports before it count. */
  private inSequence(sequence: Node, child: Node): Scope {
    if (sequence.type === 'package_clause' && child.type !== 'template_body') return this.at(sequence);
    let steps = this.steps.get(sequence.id);
    if (steps === undefined) this.steps.set(sequence.id, (steps = this.stepsOf(sequence)));
    return steps.findLast(({ from }) => from <= child.startIndex)?.scope ?? this.at(sequence);
  }

  /** Returns the scopes in a sequence of statements, each from the statement that begins it on. */
  private stepsOf(sequence: Node): Step[] {
    let outer = this.at(sequence);
    if (sequence.type === 'package_clause') outer = inPackage(outer, sequence);
    const steps: Step[] = [{ from: sequence.startIndex, scope: outer }];
    let imports: Import[] = [];
    for (const one of named(sequence)) {
      if (one.type === 'import_declaration') imports = [...imports, ...importsOf(one)];
      else if (one.type === 'package_clause' && childOf(one, 'template_body') === undefined) {
        outer = inPackage(imports.length === 0 ? outer : { kind: 'imports', imports, outer }, one);
        imports = [];
      } else continue;
      steps.push({ from: one.endIndex, scope: imports.length === 0 ? outer : { kind: 'imports', imports, outer } });
    }
    return steps;
  }

  private findPath(definition: Node): string | undefined {
    const name = fieldOf(definition, 'name');
    if (name === undefined) return undefined;
    const simple = withoutBackticks(name.text);
    const last =
      definition.type === 'object_definition'
        ? `${simple}$`
        : definition.type === 'package_object'
          ? `${simple}.package$`
          : simple;
    let { parent } = definition;
    while (parent?.type === 'ERROR') ({ parent } = parent);
    if (parent === null) return undefined;
    if (parent.type === 'compilation_unit' || (parent.type === 'template_body' && parent.parent?.type === 'package_clause')) {
      const around = packageOf(this.at(definition));
      return around === '' ? last : `${around}.${last}`;
    }
    const owner = parent.parent;
    if (owner === null || (parent.type !== 'template_body' && parent.type !== 'enum_body') || !definitions.has(owner.type))
      return undefined;
    const path = this.pathOf(owner);
    return path === undefined ? undefined : `${path}.${last}`;
  }

  private once(key: string, make: () => Scope): Scope {
    const known = this.known.get(key) ?? make();
    this.known.set(key, known);
    return known;
  }
}

function inPackage(outer: Scope, clause: Node): Scope {
  const name = fieldOf(clause, 'name');
  const parts = name === undefined ? [] : identifiersIn(name);
  const around = packageOf(outer);
  return { kind: 'package', name: [...(around === '' ? [] : [around]), ...parts].join('.'), outer };
}

export function packageOf(scope: Scope): string {
  for (let one = scope; one.kind !== 'file'; one = one.outer) if (one.kind === 'package') return one.name;
  return '';
}

/** Returns the names that one `import` statement imports. */
export function importsOf(statement: Node): Import[] {
  return clausesOf(statement).flatMap((clause) => {
    const selectors = clause.find(({ type }) => type === 'namespace_selectors');
    const from = clause
      .filter(({ type }) => type === 'identifier' || type === 'operator_identifier')
      .map(({ text }) => withoutBackticks(text));
    if (selectors !== undefined) return selected(selectors, from);
    const isAll = clause.some(({ type }) => type === 'namespace_wildcard');
    if (isAll) return [{ from, name: undefined, as: undefined, except: [], isStatic: false }];
    const name = from.at(-1);
    return name === undefined ? [] : [{ from: from.slice(0, -1), name, as: name, except: [], isStatic: false }];
  });
}

/** Returns the nodes of each clause of an import such as `import a.b, c.{d, e}`. */
export function clausesOf(statement: Node): Node[][] {
  const clauses: Node[][] = [[]];
  for (const child of statement.children) {
    if (child.type === ',') clauses.push([]);
    else if (child.isNamed) clauses.at(-1)?.push(child);
  }
  return clauses;
}

function selected(selectors: Node, from: readonly string[]): Import[] {
  const ones = named(selectors).flatMap((one): Import[] => {
    if (one.type === 'namespace_wildcard' || one.type === 'wildcard') return [];
    const [name, alias] = [fieldOf(one, 'name') ?? one, fieldOf(one, 'alias')];
    const written = withoutBackticks(name.text);
    const as = alias === undefined ? written : alias.text === '_' ? undefined : withoutBackticks(alias.text);
    return [{ from, name: written, as, except: [], isStatic: false }];
  });
  const isAll = named(selectors).some(({ type }) => type === 'namespace_wildcard' || type === 'wildcard');
  const except = ones.flatMap(({ name }) => (name === undefined ? [] : [name]));
  return isAll ? [...ones, { from, name: undefined, as: undefined, except, isStatic: false }] : ones;
}

/** Returns whether a method or block around a place binds a type of this name. */
function isLocalType(name: string, node: Node, scopes: ScalaScopes): boolean {
  for (let at = node; at.parent !== null; at = at.parent) {
    const { parent } = at;
    if (definitions.has(parent.type) && scopes.pathOf(parent) !== undefined) continue;
    const parameters = fieldsOf(parent, 'type_parameters').concat(named(parent).filter(({ type }) => type === 'type_parameters'));
    if (parameters.some((list) => named(list).some((one) => one.text === name || fieldOf(one, 'name')?.text === name)))
      return true;
    if (
      parent.type === 'template_body' &&
      parent.parent !== null &&
      definitions.has(parent.parent.type) &&
      scopes.pathOf(parent.parent) !== undefined
    )
      continue;
    const isBlock = sequences.has(parent.type) && parent.type !== 'compilation_unit' && parent.type !== 'ERROR';
    const isLocal = isBlock && parent.parent?.type !== 'package_clause';
    if (isLocal && named(parent).some((one) => declaresType(one) && withoutBackticks(fieldOf(one, 'name')?.text ?? '') === name))
      return true;
    if (at.type === 'type_definition' && hasToken(at, 'type') && isIn(node, at) && typeParameterNames(at).includes(name))
      return true;
  }
  return false;
}

function declaresType({ type }: Node): boolean {
  return type === 'type_definition' || type === 'class_definition' || type === 'trait_definition' || type === 'enum_definition';
}

export function typeParameterNames(definition: Node): string[] {
  const list = childOf(definition, 'type_parameters');
  return list === undefined ? [] : fieldsOf(list, 'name').map(({ text }) => text);
}
