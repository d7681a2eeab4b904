import type { Node } from 'web-tree-sitter';
import { opaqueExpression, type Expression } from '../expression';
import type { Access, Member, ParameterList, TypeHeader, TypeParameter } from '../header';
import { childOf, fieldOf, fieldsOf, hasToken, named } from '../nodes';
import type { JavaExpressions } from './javaExpressions';
import { parametersIn } from './javaLocals';
import { declarations, type JavaScopes } from './javaScopes';

const kinds: Readonly<Record<string, TypeHeader['kind']>> = {
  class_declaration: 'class',
  record_declaration: 'class',
  interface_declaration: 'interface',
  enum_declaration: 'enum',
  annotation_type_declaration: 'annotation',
};

/** Finds the types of a Java file that are symbols, with their parents and members. */
export class JavaHeader {
  private readonly found: TypeHeader[] = [];

  constructor(
    private readonly scopes: JavaScopes,
    private readonly expressions: JavaExpressions,
  ) {}

  types(root: Node): readonly TypeHeader[] {
    this.enter(root);
    return this.found;
  }

  private enter(body: Node): void {
    for (const one of named(body)) {
      if (declarations.has(one.type)) this.declaration(one);
      else if (one.type === 'enum_body_declarations' || one.type === 'ERROR') this.enter(one);
    }
  }

  private declaration(node: Node): void {
    const [path, body] = [this.scopes.pathOf(node), fieldOf(node, 'body')];
    if (path === undefined || body === undefined) return;
    const isInterface = node.type === 'interface_declaration' || node.type === 'annotation_type_declaration';
    this.found.push({
      path,
      kind: kinds[node.type] ?? 'class',
      isCase: false,
      access: accessOf(node, node.parent?.type === 'interface_body' || node.parent?.type === 'annotation_type_body'),
      parameters: this.parametersOf(node),
      parents: this.scopes.parentsOf(node),
      self: undefined,
      members: [...this.components(node), ...this.members(body, isInterface)],
    });
    this.enter(body);
  }

  private parametersOf(node: Node): TypeParameter[] {
    const list = childOf(node, 'type_parameters');
    return (list === undefined ? [] : named(list)).map((one) => {
      const bound = childOf(one, 'type_bound');
      const [type] = bound === undefined ? [] : named(bound);
      return { name: childOf(one, 'type_identifier', 'identifier')?.text ?? '', bound: type && this.scopes.type(type) };
    });
  }

  /**
   * Returns the members that a record has by its head: a private field for each component, and its accessor method unless the
   * record writes that one itself.
   */
  private components(node: Node): Member[] {
    const [list, body] = [fieldOf(node, 'parameters'), fieldOf(node, 'body')];
    if (node.type !== 'record_declaration' || list === undefined || body === undefined) return [];
    const written = this.members(body, false).filter(({ kind, lists }) => kind === 'method' && lists[0]?.most === 0);
    return parametersIn(list).flatMap(({ name, type, dimensions }): Member[] => {
      const typed = this.expressions.typed(type, dimensions);
      const field: Member = { ...member(name, 'value', node, typed), access: 'private', isStatic: false };
      const method: Member = { ...field, kind: 'method', access: 'open', lists: [shapeOf(undefined)] };
      return written.some((one) => one.name === field.name) ? [field] : [field, method];
    });
  }

  private members(body: Node, isInterface: boolean): Member[] {
    return named(body).flatMap((node): Member[] => {
      const name = fieldOf(node, 'name');
      switch (node.type) {
        case 'field_declaration':
        case 'constant_declaration':
          return fieldsOf(node, 'declarator').flatMap((one) => {
            const own = fieldOf(one, 'name');
            const dimensions = (fieldOf(one, 'dimensions')?.text.match(/\[/g) ?? []).length;
            const type = this.expressions.typed(fieldOf(node, 'type'), dimensions);
            return own === undefined ? [] : [member(own, 'value', node, type, { isInterface, isStatic: isInterface })];
          });
        case 'enum_constant': {
          const path = this.scopes.enumOf(node);
          const type = path === undefined ? opaqueExpression : enumType(path);
          return name === undefined ? [] : [member(name, 'value', node, type, { isInterface: true, isStatic: true })];
        }
        case 'method_declaration':
        case 'annotation_type_element_declaration': {
          const dimensions = (fieldOf(node, 'dimensions')?.text.match(/\[/g) ?? []).length;
          const type = this.expressions.typed(fieldOf(node, 'type'), dimensions);
          const lists = [shapeOf(fieldOf(node, 'parameters'))];
          return name === undefined ? [] : [member(name, 'method', node, type, { isInterface, lists })];
        }
        case 'constructor_declaration': {
          const lists = [shapeOf(fieldOf(node, 'parameters'))];
          return name === undefined
            ? []
            : [{ ...member(name, 'constructor', node, opaqueExpression, { lists }), name: '<init>' }];
        }
        case 'enum_body_declarations':
        case 'ERROR':
          return this.members(node, isInterface);
        default:
          return [];
      }
    });
  }
}

function enumType(path: string): Expression {
  return { kind: 'typed', type: { kind: 'named', name: path.split('.'), args: [], scope: { kind: 'file' } } };
}

function member(
  name: Node,
  kind: Member['kind'],
  declaration: Node,
  type: Expression,
  of: { readonly isInterface?: boolean; readonly isStatic?: boolean; readonly lists?: readonly ParameterList[] } = {},
): Member {
  const { row, column } = name.startPosition;
  return {
    name: name.text,
    kind,
    access: accessOf(declaration, of.isInterface === true),
    isStatic: of.isStatic === true || hasModifier(declaration, 'static'),
    type,
    lists: of.lists ?? [],
    at: [row, column],
  };
}

/** Returns where a declaration is visible; in an interface, that is everywhere unless it is `private`. */
function accessOf(declaration: Node, isInInterface: boolean): Access {
  if (hasModifier(declaration, 'private')) return 'private';
  return isInInterface || ['public', 'protected'].some((word) => hasModifier(declaration, word)) ? 'open' : 'package';
}

function hasModifier(declaration: Node, word: string): boolean {
  const modifiers = childOf(declaration, 'modifiers');
  return modifiers !== undefined && hasToken(modifiers, word);
}

function shapeOf(list: Node | undefined): ParameterList {
  const parameters =
    list === undefined ? [] : named(list).filter(({ type }) => type === 'formal_parameter' || type === 'spread_parameter');
  const isRepeated = parameters.at(-1)?.type === 'spread_parameter';
  return {
    least: isRepeated ? parameters.length - 1 : parameters.length,
    most: isRepeated ? Infinity : parameters.length,
    isImplicit: false,
  };
}
