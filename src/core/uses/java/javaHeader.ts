import type { Node } from 'web-tree-sitter';
import { opaqueExpression, type Expression } from '../expression';
import type { Member, ParameterList, TypeHeader, TypeParameter } from '../header';
import { childOf, fieldOf, fieldsOf, hasToken, named } from '../nodes';
import type { JavaExpressions } from './javaExpressions';
import { declarations, type JavaScopes } from './javaScopes';

const kinds: Readonly<Record<string, TypeHeader['kind']>> = {
  class_declaration: 'class',
  record_declaration: 'class',
  interface_declaration: 'interface',
  enum_declaration: 'enum',
  annotation_type_declaration: 'annotation',
};

/** The types of a Java file that are symbols. */
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
      parameters: this.parametersOf(node),
      parents: this.scopes.parentsOf(node),
      self: undefined,
      members: this.members(body, isInterface),
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
            return own === undefined ? [] : [member(own, 'value', node, type, isInterface)];
          });
        case 'enum_constant': {
          const path = this.scopes.enumOf(node);
          const type = path === undefined ? opaqueExpression : enumType(path);
          return name === undefined ? [] : [member(name, 'value', node, type, true)];
        }
        case 'method_declaration':
        case 'annotation_type_element_declaration': {
          const dimensions = (fieldOf(node, 'dimensions')?.text.match(/\[/g) ?? []).length;
          const type = this.expressions.typed(fieldOf(node, 'type'), dimensions);
          return name === undefined ? [] : [member(name, 'method', node, type, false, [shapeOf(fieldOf(node, 'parameters'))])];
        }
        case 'constructor_declaration': {
          const lists = [shapeOf(fieldOf(node, 'parameters'))];
          return name === undefined ? [] : [member(name, 'constructor', node, opaqueExpression, false, lists, '<init>')];
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
  isAlwaysStatic: boolean,
  lists: readonly ParameterList[] = [],
  called = name.text,
): Member {
  const { row, column } = name.startPosition;
  const modifiers = childOf(declaration, 'modifiers');
  const has = (word: string): boolean => modifiers !== undefined && hasToken(modifiers, word);
  return {
    name: called,
    kind,
    isPrivate: has('private'),
    isStatic: isAlwaysStatic || has('static'),
    type,
    lists,
    at: [row, column],
  };
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
