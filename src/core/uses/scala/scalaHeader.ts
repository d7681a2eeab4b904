import type { Node } from 'web-tree-sitter';
import { withoutBackticks } from '../../symbols/typeName';
import { opaqueExpression, type Expression } from '../expression';
import type { Access, Member, ParameterList, TypeHeader } from '../header';
import { childOf, fieldOf, fieldsOf, hasToken, named } from '../nodes';
import { boundIn } from './patterns';
import type { ScalaExpressions } from './scalaExpressions';
import { definitions, typeParameterNames, type ScalaScopes } from './scalaScopes';

const kinds: Readonly<Record<string, TypeHeader['kind']>> = {
  class_definition: 'class',
  trait_definition: 'trait',
  object_definition: 'object',
  package_object: 'object',
  enum_definition: 'enum',
};

/** Finds the types of a Scala file that are symbols, with their parents and members. */
export class ScalaHeader {
  private readonly found: TypeHeader[] = [];

  constructor(
    private readonly scopes: ScalaScopes,
    private readonly expressions: ScalaExpressions,
  ) {}

  types(root: Node): readonly TypeHeader[] {
    this.enter(root);
    return this.found;
  }

  private enter(body: Node): void {
    for (const one of named(body)) {
      if (definitions.has(one.type)) this.definition(one);
      else if (one.type === 'package_clause' || one.type === 'template_body' || one.type === 'ERROR') this.enter(one);
    }
  }

  private definition(node: Node): void {
    const path = this.scopes.pathOf(node);
    if (path === undefined) return;
    const body = fieldOf(node, 'body');
    const self = body && childOf(body, 'self_type');
    const selfType = self && named(self)[1];
    const members = [
      ...this.constructorMembers(node),
      ...(body === undefined ? [] : named(body).flatMap((one) => this.members(one))),
    ];
    const list = childOf(node, 'type_parameters');
    this.found.push({
      path,
      kind: kinds[node.type] ?? 'class',
      isCase: hasToken(node, 'case'),
      access: accessOf(node),
      parameters: typeParameterNames(node).map((name) => ({ name, bound: list && this.boundOf(list, name) })),
      parents: this.scopes.parentsOf(node),
      self: selfType && this.scopes.type(selfType),
      members,
    });
    if (body !== undefined) this.enter(body);
  }

  /** Returns the upper bound of a type parameter; undefined where it has none. */
  private boundOf(list: Node, name: string) {
    const all = list.children;
    const at = all.findIndex((one) => one.isNamed && one.text === name);
    const rest = all.slice(at + 1);
    const bound = rest
      .slice(0, Math.max(0, rest.findIndex(({ type }) => type === ',') + 1) || undefined)
      .find(({ type }) => type === 'upper_bound');
    const type = bound && fieldOf(bound, 'type');
    return type && this.scopes.type(type);
  }

  /** Returns a class's parameters and its primary constructor as members; none where the class has no parameter list. */
  private constructorMembers(node: Node): Member[] {
    const lists = fieldsOf(node, 'class_parameters');
    const name = fieldOf(node, 'name');
    if (lists.length === 0 || name === undefined) return [];
    const isCase = hasToken(node, 'case');
    const parameters = lists.flatMap((list, index) =>
      named(list).flatMap((one): Member[] => {
        const own = fieldOf(one, 'name');
        if (own === undefined) return [];
        const isMember = hasToken(one, 'val') || hasToken(one, 'var') || (isCase && index === 0);
        return [this.member(own, isMember ? 'value' : 'parameter', one, this.typed(fieldOf(one, 'type')))];
      }),
    );
    const types = (list: Node) => named(list).flatMap((one) => fieldsOf(one, 'type').map((type) => this.scopes.type(type)));
    const shapes = lists.map((list) => ({ ...shapeOf(list), types: types(list) }));
    return [...parameters, this.member(name, 'constructor', node, opaqueExpression, shapes, '<init>')];
  }

  private members(node: Node): Member[] {
    const name = fieldOf(node, 'name');
    switch (node.type) {
      case 'val_definition':
      case 'var_definition':
        return this.values(node);
      case 'val_declaration':
      case 'var_declaration':
        return fieldsOf(node, 'name').map((one) => this.member(one, 'value', node, this.typed(fieldOf(node, 'type'))));
      case 'function_definition':
      case 'function_declaration': {
        if (name === undefined) return [];
        const lists = fieldsOf(node, 'parameters')
          .filter(({ type }) => type === 'parameters')
          .map(shapeOf);
        if (name.text === 'this') return [this.member(name, 'constructor', node, opaqueExpression, lists, '<init>')];
        return [this.member(name, 'method', node, this.expressions.result(node), lists)];
      }
      case 'type_definition':
        return name === undefined
          ? []
          : [
              this.member(
                name,
                'type',
                node,
                this.typed(typeParameterNames(node).length === 0 ? fieldOf(node, 'type') : undefined),
              ),
            ];
      case 'ERROR':
        return named(node).flatMap((one) => this.members(one));
      default:
        return [];
    }
  }

  private values(node: Node): Member[] {
    const [pattern, type, value] = [fieldOf(node, 'pattern'), fieldOf(node, 'type'), fieldOf(node, 'value')];
    if (pattern === undefined) return [];
    return boundIn(pattern, true).map((bound) => {
      const typed = bound.type ?? (bound.from === 'whole' ? type : undefined);
      const written = bound.from === 'whole' && value !== undefined ? this.expressions.expression(value) : opaqueExpression;
      return this.member(bound.node, 'value', node, typed === undefined ? written : this.typed(typed));
    });
  }

  private typed(type: Node | undefined): Expression {
    return type === undefined ? opaqueExpression : { kind: 'typed', type: this.scopes.type(type) };
  }

  private member(
    name: Node,
    kind: Member['kind'],
    declaration: Node,
    type: Expression,
    lists: readonly ParameterList[] = [],
    called = withoutBackticks(name.text),
  ): Member {
    const { row, column } = name.startPosition;
    return { name: called, kind, access: accessOf(declaration), isStatic: false, type, lists, at: [row, column] };
  }
}

/**
 * Returns where a declaration is visible. With `private[kafka]` and the like that is beyond its own type, with `private[this]` it
 * is not.
 */
function accessOf(declaration: Node): Access {
  const modifiers = childOf(declaration, 'modifiers');
  const access = modifiers && childOf(modifiers, 'access_modifier');
  if (access === undefined || !hasToken(access, 'private')) return 'open';
  const within = /\[\s*`?(?!this\b)([^\]`\s]+)/.exec(access.text)?.[1];
  return within === undefined ? 'private' : { within };
}

function shapeOf(list: Node): ParameterList {
  const parameters = named(list).filter(({ type }) => type === 'parameter' || type === 'class_parameter');
  const isRepeated = parameters.some((one) => one.text.trimEnd().endsWith('*'));
  const needed = parameters.filter((one) => fieldOf(one, 'default_value') === undefined && !one.text.trimEnd().endsWith('*'));
  return { least: needed.length, most: isRepeated ? Infinity : parameters.length, isImplicit: hasToken(list, 'implicit') };
}
