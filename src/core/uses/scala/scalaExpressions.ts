import type { Node } from 'web-tree-sitter';
import { withoutBackticks } from '../../symbols/typeName';
import { opaqueExpression, type Binding, type Expression, type NameExpression } from '../expression';
import { childOf, fieldOf, named } from '../nodes';
import { opaque, type TypeReference } from '../scope';
import { boundBy, type LocalName } from './scalaLocals';
import { definitions, type ScalaScopes } from './scalaScopes';

/** The depth of nested expressions beyond which the type stays opaque. */
const deepest = 32;

const literals: Readonly<Record<string, string>> = {
  string: 'String',
  interpolated_string_expression: 'String',
  integer_literal: 'Int',
  floating_point_literal: 'Double',
  boolean_literal: 'Boolean',
};

/** Reads from the expressions of one Scala file what their types follow from. */
export class ScalaExpressions {
  constructor(private readonly scopes: ScalaScopes) {}

  expression(node: Node, depth = 0): Expression {
    if (depth > deepest) return opaqueExpression;
    const inner = (one: Node | undefined): Expression => (one === undefined ? opaqueExpression : this.expression(one, depth + 1));
    switch (node.type) {
      case 'identifier':
      case 'operator_identifier':
        return this.name(node, depth);
      case 'field_expression':
        return this.field(node, depth);
      case 'call_expression': {
        const callee = inner(fieldOf(node, 'function'));
        return callee.kind === 'opaque' ? callee : { kind: 'call', callee, count: countOf(fieldOf(node, 'arguments')) };
      }
      case 'generic_function':
        return this.generic(node, depth);
      case 'instance_expression': {
        const [type] = this.scopes.parentsOf(node);
        return type === undefined ? opaqueExpression : { kind: 'typed', type };
      }
      case 'infix_expression':
        return this.infix(node, depth);
      case 'parenthesized_expression':
        return inner(named(node)[0]);
      case 'ascription_expression': {
        const type = named(node)[1];
        return type === undefined ? opaqueExpression : { kind: 'typed', type: this.scopes.type(type) };
      }
      case 'block':
      case 'indented_block': {
        const last = named(node).at(-1);
        return last === undefined ||
          last.type.endsWith('definition') ||
          named(node).some(({ type }) => type === 'lambda_expression')
          ? opaqueExpression
          : inner(last);
      }
      default: {
        const literal = literals[node.type];
        return literal === undefined ? opaqueExpression : { kind: 'typed', type: scalaLibrary(literal) };
      }
    }
  }

  /** Returns the expression of a name that stands alone. The grammar takes `this` and `super` for names, too. */
  name(node: Node, depth = 0): Expression {
    if (node.text === 'this') return { kind: 'this', scope: this.scopes.at(node), qualifier: undefined };
    if (node.text === 'super') return { kind: 'super', scope: this.scopes.at(node), qualifier: undefined };
    return this.term(withoutBackticks(node.text), node, depth);
  }

  /** Returns the expression of a term by its name, as seen from a node. */
  term(name: string, from: Node, depth = 0): NameExpression {
    const crossed: TypeReference[] = [];
    for (let child = from; child.parent !== null; child = child.parent) {
      const { parent } = child;
      const found = boundBy(parent, child, name, (definition) => this.scopes.pathOf(definition) !== undefined);
      const scope = this.scopes.at(from);
      if (found !== undefined)
        return { kind: 'name', name, space: 'term', scope, local: { binding: this.binding(found, depth + 1), crossed } };
      if (child.type === 'template_body' && definitions.has(parent.type) && this.scopes.pathOf(parent) !== undefined) break;
      const isMixin = parent.type === 'infix_expression' && fieldOf(parent, 'operator')?.text === 'with';
      const inside = child.type === 'template_body' ? this.scopes.at(named(child)[0] ?? child) : undefined;
      if (inside?.kind === 'local') crossed.push(...inside.parents);
      if (isMixin) crossed.push(opaque);
    }
    return { kind: 'name', name, space: 'term', scope: this.scopes.at(from) };
  }

  /** Returns the expression of a method's result: its written type, or else its body. */
  result(definition: Node, depth = 0): Expression {
    const [type, body] = [fieldOf(definition, 'return_type'), fieldOf(definition, 'body')];
    if (type !== undefined) return { kind: 'typed', type: this.scopes.type(type) };
    if (body === undefined || definition.type === 'function_declaration') return { kind: 'typed', type: scalaLibrary('Unit') };
    // Without `=` this is procedure syntax, as in `def close() { … }`.
    return definition.children.some((one) => one.type === '=')
      ? this.expression(body, depth + 1)
      : { kind: 'typed', type: scalaLibrary('Unit') };
  }

  private binding(found: LocalName, depth: number): Binding {
    if (depth > deepest) return { kind: 'value', value: opaqueExpression };
    switch (found.kind) {
      case 'pattern':
        return { kind: 'value', value: this.bound(found, depth) };
      case 'parameter':
        return {
          kind: 'value',
          value: found.type === undefined ? opaqueExpression : { kind: 'typed', type: this.scopes.type(found.type) },
        };
      case 'argument':
        return { kind: 'value', value: this.argument(found.lambda, depth) };
      case 'method':
        return { kind: 'method', result: this.result(found.definition, depth) };
      case 'object':
        return { kind: 'value', value: opaqueExpression };
      case 'self': {
        const inside = named(found.template).at(-1);
        return { kind: 'value', value: { kind: 'this', scope: this.scopes.at(inside ?? found.template), qualifier: undefined } };
      }
      default:
        return found satisfies never;
    }
  }

  private bound({ bound, value, isElement, type }: Extract<LocalName, { kind: 'pattern' }>, depth: number): Expression {
    const typed = bound.type ?? (bound.from === 'whole' ? type : undefined);
    if (typed !== undefined) return { kind: 'typed', type: this.scopes.type(typed) };
    if (bound.from === 'unknown') return opaqueExpression;
    if (bound.from !== 'whole' && 'of' in bound.from) {
      const extractor = this.extractor(bound.from.of);
      return extractor === undefined ? opaqueExpression : { kind: 'component', type: extractor, index: bound.from.index };
    }
    const whole =
      value === undefined ? opaqueExpression : isElement ? this.element(value, depth) : this.expression(value, depth + 1);
    return bound.from === 'whole' || whole.kind === 'opaque' ? whole : { kind: 'part', of: whole, index: bound.from.index };
  }

  /** Returns the expression of an extractor's name in a pattern; undefined where it is no path of names. */
  extractor(node: Node): NameExpression | Extract<Expression, { kind: 'select' }> | undefined {
    const parts = node.type === 'generic_type' ? undefined : pathNodes(node);
    const [first, ...others] = parts ?? [];
    if (first === undefined) return undefined;
    let expression: NameExpression | Extract<Expression, { kind: 'select' }> = this.term(withoutBackticks(first.text), first);
    for (const { text } of others) expression = { kind: 'select', of: expression, name: withoutBackticks(text), space: 'term' };
    return expression;
  }

  private argument(lambda: Node, depth: number): Expression {
    const count = named(lambda).find(({ type }) => type === 'bindings')?.namedChildCount ?? 1;
    const { parent } = lambda;
    if (parent === null) return opaqueExpression;
    const element = this.element(parent, depth, lambda);
    return count === 1 || element.kind === 'opaque' ? element : opaqueExpression;
  }

  /**
   * Returns what a function gets as its argument, where the argument list or block `list` passes it to a collection's method that
   * gives it the elements. In a generator of a `for`, it is an element of `list`.
   */
  private element(list: Node, depth: number, lambda?: Node): Expression {
    const { parent } = list;
    if (parent?.type === 'enumerator') return { kind: 'element', of: this.expression(list, depth + 1) };
    if (lambda !== undefined && named(list).length !== 1) return opaqueExpression;
    const select =
      parent?.type === 'call_expression' && fieldOf(parent, 'arguments')?.id === list.id
        ? fieldOf(parent, 'function')
        : undefined;
    if (select?.type === 'field_expression') {
      const [of, name] = [fieldOf(select, 'value'), fieldOf(select, 'field')];
      return of !== undefined && name !== undefined && givesElements.has(name.text)
        ? { kind: 'element', of: this.expression(of, depth + 1) }
        : opaqueExpression;
    }
    if (parent?.type === 'infix_expression' && fieldOf(parent, 'right')?.id === list.id) {
      const [of, name] = [fieldOf(parent, 'left'), fieldOf(parent, 'operator')];
      return of !== undefined && name !== undefined && givesElements.has(name.text)
        ? { kind: 'element', of: this.expression(of, depth + 1) }
        : opaqueExpression;
    }
    return opaqueExpression;
  }

  private field(node: Node, depth: number): Expression {
    const [value, field] = [fieldOf(node, 'value'), fieldOf(node, 'field')];
    if (value === undefined || field === undefined) return opaqueExpression;
    const name = withoutBackticks(field.text);
    if (name === 'this') return { kind: 'this', scope: this.scopes.at(node), qualifier: withoutBackticks(value.text) };
    if (name === 'super') return { kind: 'super', scope: this.scopes.at(node), qualifier: withoutBackticks(value.text) };
    const of = this.expression(value, depth + 1);
    return { kind: 'select', of, name, space: 'term' };
  }

  private generic(node: Node, depth: number): Expression {
    const callee = fieldOf(node, 'function');
    if (callee === undefined) return opaqueExpression;
    const args = childOf(node, 'type_arguments');
    const [type] = args === undefined ? [] : named(args);
    if (callee.type === 'field_expression' && fieldOf(callee, 'field')?.text === 'asInstanceOf' && type !== undefined) {
      return { kind: 'typed', type: this.scopes.type(type) };
    }
    if (callee.text === 'super') return { kind: 'super', scope: this.scopes.at(node), qualifier: undefined };
    return this.expression(callee, depth + 1);
  }

  private infix(node: Node, depth: number): Expression {
    const [left, operator] = [fieldOf(node, 'left'), fieldOf(node, 'operator')];
    if (left === undefined || operator === undefined) return opaqueExpression;
    if (operator.text === 'with' || operator.text.endsWith(':')) return opaqueExpression;
    const of = this.expression(left, depth + 1);
    const callee: Expression = { kind: 'select', of, name: withoutBackticks(operator.text), space: 'term' };
    return { kind: 'call', callee, count: countOf(fieldOf(node, 'right')) };
  }
}

/** The methods of collections and options that pass each element to the function that they are given. */
const givesElements: ReadonlySet<string> = new Set(
  (
    'foreach map flatMap filter filterNot withFilter exists forall find count partition takeWhile dropWhile groupBy sortBy maxBy minBy ' +
    'collect collectFirst span indexWhere mapValues_ sumBy'
  ).split(' '),
);

/** Returns the number of arguments that a list, a block or a single operand passes. */
export function countOf(list: Node | undefined): number {
  if (list === undefined) return 0;
  return list.type === 'arguments' || list.type === 'tuple_expression' || list.type === 'unit' ? named(list).length : 1;
}

function scalaLibrary(name: string): TypeReference {
  return { kind: 'named', name: ['scala', name], args: [], scope: { kind: 'file' } };
}

/** Returns the nodes of the names in a path, in order. */
export function pathNodes(node: Node): Node[] {
  return node.namedChildCount === 0 ? [node] : named(node).flatMap(pathNodes);
}
