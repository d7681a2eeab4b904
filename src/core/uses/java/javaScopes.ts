import type { Node } from 'web-tree-sitter';
import { childOf, fieldOf, hasToken, named } from '../nodes';
import { opaque, type Import, type Scope, type TypeReference } from '../scope';

export const declarations: ReadonlySet<string> = new Set([
  'class_declaration',
  'interface_declaration',
  'enum_declaration',
  'annotation_type_declaration',
  'record_declaration',
]);
const bodies: ReadonlySet<string> = new Set(['class_body', 'interface_body', 'enum_body', 'annotation_type_body']);
const primitives: ReadonlySet<string> = new Set(['integral_type', 'floating_point_type', 'boolean_type', 'void_type']);

/** Finds the scopes around a place in one Java file. Variables and methods that methods and blocks bind are no part of them. */
export class JavaScopes {
  private readonly places = new Map<number, Scope>();
  private readonly file: Scope;
  readonly package: string;

  constructor(root: Node) {
    const clause = childOf(root, 'package_declaration');
    const name = clause && childOf(clause, 'identifier', 'scoped_identifier');
    this.package = name === undefined ? '' : namesIn(name).join('.');
    const imports = named(root).flatMap((one) => (one.type === 'import_declaration' ? [importOf(one)] : []));
    this.file = { kind: 'imports', imports, outer: { kind: 'package', name: this.package, outer: { kind: 'file' } } };
  }

  /** Returns the scope in which the names at `node` are looked up. */
  at(node: Node): Scope {
    const known = this.places.get(node.id) ?? this.find(node);
    this.places.set(node.id, known);
    return known;
  }

  private find(node: Node): Scope {
    const { parent } = node;
    if (parent === null || parent.type === 'program') return this.file;
    if (bodies.has(node.type)) {
      if (parent.type === 'object_creation_expression' || parent.type === 'enum_constant') {
        return { kind: 'local', parents: this.parentsOf(parent), outer: this.at(parent) };
      }
      const path = this.pathOf(parent);
      if (path === undefined) return { kind: 'local', parents: this.parentsOf(parent), outer: this.at(parent) };
      return { kind: 'type', path, part: 'body', outer: this.at(parent) };
    }
    if (declarations.has(parent.type)) {
      const path = this.pathOf(parent);
      return path === undefined ? this.at(parent) : { kind: 'type', path, part: 'head', outer: this.at(parent) };
    }
    return this.at(parent);
  }

  /** Returns the canonical path of a declaration; undefined where it is no symbol. */
  pathOf(declaration: Node): string | undefined {
    const name = fieldOf(declaration, 'name')?.text;
    let { parent } = declaration;
    while (parent?.type === 'enum_body_declarations' || parent?.type === 'ERROR') ({ parent } = parent);
    if (name === undefined || parent === null) return undefined;
    if (parent.type === 'program') return this.package === '' ? name : `${this.package}.${name}`;
    const owner = parent.parent;
    if (!bodies.has(parent.type) || owner === null || !declarations.has(owner.type)) return undefined;
    const path = this.pathOf(owner);
    return path === undefined ? undefined : `${path}.${name}`;
  }

  /** Returns the types that a declaration inherits from directly, the superclass first. */
  parentsOf(declaration: Node): TypeReference[] {
    if (declaration.type === 'object_creation_expression') {
      const type = fieldOf(declaration, 'type');
      return type === undefined ? [opaque] : [this.type(type)];
    }
    if (declaration.type === 'enum_constant') {
      const path = this.enumOf(declaration);
      return path === undefined ? [opaque] : [{ kind: 'named', name: path.split('.'), args: [], scope: { kind: 'file' } }];
    }
    const clauses = named(declaration).filter(
      ({ type }) => type === 'superclass' || type === 'super_interfaces' || type === 'extends_interfaces',
    );
    return clauses
      .flatMap((clause) => named(clause).flatMap((one) => (one.type === 'type_list' ? named(one) : [one])))
      .map((type) => this.type(type));
  }

  /** Returns the path of the enum that declares a constant; undefined where that enum is no symbol. */
  enumOf(constant: Node): string | undefined {
    const owner = constant.parent?.parent;
    return owner === null || owner === undefined ? undefined : this.pathOf(owner);
  }

  type(node: Node): TypeReference {
    switch (node.type) {
      case 'type_identifier':
      case 'identifier':
        return this.variableBound(node) ?? { kind: 'named', name: [node.text], args: [], scope: this.at(node) };
      case 'scoped_type_identifier':
      case 'scoped_identifier':
      case 'field_access':
        return { kind: 'named', name: namesIn(node), args: [], scope: this.at(node) };
      case 'generic_type': {
        const [head, args] = named(node);
        const type = head === undefined ? opaque : this.type(head);
        return type.kind === 'named' && args !== undefined
          ? { ...type, args: named(args).map((one) => this.argument(one)) }
          : type;
      }
      case 'array_type': {
        const element = fieldOf(node, 'element');
        return element === undefined ? opaque : { kind: 'array', element: this.type(element) };
      }
      case 'annotated_type': {
        const last = named(node).at(-1);
        return last === undefined ? opaque : this.type(last);
      }
      case 'catch_type': {
        const types = named(node);
        return types.length === 1 && types[0] !== undefined ? this.type(types[0]) : opaque;
      }
      default:
        return primitives.has(node.type)
          ? { kind: 'named', name: ['java', 'lang', node.text], args: [], scope: { kind: 'file' } }
          : opaque;
    }
  }

  private argument(node: Node): TypeReference {
    if (node.type !== 'wildcard') return this.type(node);
    const bound = hasToken(node, 'super') || node.children.some((one) => one.type === 'super') ? undefined : named(node).at(-1);
    return bound === undefined ? opaque : this.type(bound);
  }

  /**
   * Returns what is known of a type name that a method's type variable or a class in a method binds: the variable's bound, or
   * opaque. It is undefined where neither binds the name.
   */
  private variableBound(node: Node): TypeReference | undefined {
    for (let at: Node | null = node; at !== null; at = at.parent) {
      const isMethod = at.type === 'method_declaration' || at.type === 'constructor_declaration';
      const isLocal = declarations.has(at.type) && this.pathOf(at) === undefined;
      if (isMethod || isLocal) {
        const list = childOf(at, 'type_parameters');
        const variable = list && named(list).find((one) => childOf(one, 'type_identifier', 'identifier')?.text === node.text);
        if (variable !== undefined) {
          const bound = childOf(variable, 'type_bound');
          const [type] = bound === undefined ? [] : named(bound);
          return type === undefined || type.text === node.text || type.id === node.id ? opaque : this.type(type);
        }
        if (isLocal && fieldOf(at, 'name')?.text === node.text) return opaque;
      }
      if (at.type === 'block' || at.type === 'switch_block_statement_group' || at.type === 'constructor_body') {
        if (named(at).some((one) => declarations.has(one.type) && fieldOf(one, 'name')?.text === node.text)) return opaque;
      }
      if (
        bodies.has(at.type) &&
        at.parent !== null &&
        (at.parent.type === 'object_creation_expression' || this.pathOf(at.parent) === undefined)
      ) {
        if (named(at).some((one) => declarations.has(one.type) && fieldOf(one, 'name')?.text === node.text)) return opaque;
      }
    }
    return undefined;
  }
}

function importOf(node: Node): Import {
  const path = childOf(node, 'identifier', 'scoped_identifier');
  const names = path === undefined ? [] : namesIn(path);
  const isStatic = hasToken(node, 'static');
  if (childOf(node, 'asterisk') !== undefined) return { from: names, name: undefined, as: undefined, except: [], isStatic };
  const name = names.at(-1);
  return { from: names.slice(0, -1), name, as: name, except: [], isStatic };
}

/** Returns the names of a path such as `a.b.C`, in order. */
export function namesIn(node: Node): string[] {
  if (node.namedChildCount === 0) return [node.text];
  return named(node)
    .filter(({ type }) => type.endsWith('identifier') || type === 'field_access' || type === 'generic_type')
    .flatMap((one) => (one.type === 'generic_type' ? namesIn(one.namedChild(0) ?? one) : namesIn(one)));
}
