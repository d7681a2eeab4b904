import type { Node } from 'web-tree-sitter';
import {
  opaqueExpression,
  type Binding,
  type Expression,
  type NameExpression,
  type NameSpace,
  type SelectExpression,
} from '../expression';
import { fieldOf, named } from '../nodes';
import { opaque, type TypeReference } from '../scope';
import { boundBy, type LocalName } from './javaLocals';
import { declarations, type JavaScopes } from './javaScopes';

/** The depth of nested expressions beyond which the type stays opaque. */
const deepest = 64;

/** Reads from the expressions of one Java file what their types follow from. */
export class JavaExpressions {
  constructor(private readonly scopes: JavaScopes) {}

  expression(node: Node, depth = 0, space: NameSpace = 'variable'): Expression {
    if (depth > deepest) return opaqueExpression;
    const inner = (one: Node | undefined): Expression => (one === undefined ? opaqueExpression : this.expression(one, depth + 1));
    switch (node.type) {
      case 'identifier':
        return this.name(node.text, node, space, depth);
      case 'type_identifier':
        return { kind: 'name', name: node.text, space: 'type', scope: this.scopes.at(node) };
      case 'this':
        return { kind: 'this', scope: this.scopes.at(node), qualifier: undefined };
      case 'super':
        return { kind: 'super', scope: this.scopes.at(node), qualifier: undefined };
      case 'field_access':
      case 'scoped_identifier':
      case 'scoped_type_identifier':
        return this.access(node, depth, space);
      case 'method_invocation': {
        const callee = this.callee(node, depth);
        const count = named(fieldOf(node, 'arguments') ?? node).length;
        return callee === undefined ? opaqueExpression : { kind: 'call', callee, count };
      }
      case 'object_creation_expression': {
        const [first] = named(node);
        const type = fieldOf(node, 'type');
        // In `outer.new Inner()` the first child is `outer`; such an object's type is not resolved.
        const isInner = first !== undefined && type !== undefined && first.id !== type.id && first.type !== 'type_arguments';
        return type === undefined || isInner ? opaqueExpression : { kind: 'typed', type: this.scopes.type(type) };
      }
      case 'cast_expression': {
        const type = fieldOf(node, 'type');
        return type === undefined ? opaqueExpression : { kind: 'typed', type: this.scopes.type(type) };
      }
      case 'parenthesized_expression':
        return inner(named(node)[0]);
      case 'assignment_expression':
        return inner(fieldOf(node, 'left'));
      case 'array_access': {
        const of = inner(fieldOf(node, 'array'));
        return of.kind === 'opaque' ? of : { kind: 'element', of };
      }
      case 'array_creation_expression': {
        const type = fieldOf(node, 'type');
        return type === undefined
          ? opaqueExpression
          : { kind: 'typed', type: { kind: 'array', element: this.scopes.type(type) } };
      }
      case 'string_literal':
        return { kind: 'typed', type: javaLang('String') };
      case 'class_literal':
        return { kind: 'typed', type: javaLang('Class') };
      default:
        return opaqueExpression;
    }
  }

  /** Returns the method that a call names, with or without an object before it; undefined where the call has no name. */
  callee(call: Node, depth = 0): NameExpression | SelectExpression | undefined {
    const [object, name] = [fieldOf(call, 'object'), fieldOf(call, 'name')];
    if (name === undefined) return undefined;
    // In `Interface.super.method()` the object is the interface and `super` stands behind it.
    const isSuper = named(call).some(({ type, id }) => type === 'super' && id !== object?.id);
    if (isSuper) {
      const of = { kind: 'super', scope: this.scopes.at(call), qualifier: object?.text } as const;
      return { kind: 'select', of, name: name.text, space: 'method' };
    }
    if (object === undefined) return this.name(name.text, name, 'method', depth);
    return { kind: 'select', of: this.expression(object, depth + 1, 'qualifier'), name: name.text, space: 'method' };
  }

  name(name: string, from: Node, space: NameSpace, depth = 0): NameExpression {
    const scope = this.scopes.at(from);
    if (space === 'type') return { kind: 'name', name, space, scope };
    const crossed: TypeReference[] = [];
    for (let child = from; child.parent !== null; child = child.parent) {
      const { parent } = child;
      const found = boundBy(parent, child, name, space === 'method', this.scopes);
      if (found !== undefined)
        return { kind: 'name', name, space, scope, local: { binding: this.binding(found, depth + 1), crossed } };
      if (declarations.has(parent.type) && this.scopes.pathOf(parent) !== undefined) break;
      const inside = child.type === 'class_body' || child.type === 'enum_body' ? this.scopes.at(child) : undefined;
      if (inside?.kind === 'local') crossed.push(...inside.parents);
    }
    return { kind: 'name', name, space, scope };
  }

  typed(type: Node | undefined, dimensions = 0): Expression {
    let reference = type === undefined ? opaque : this.scopes.type(type);
    for (let index = 0; index < dimensions; index++) reference = { kind: 'array', element: reference };
    return { kind: 'typed', type: reference };
  }

  private access(node: Node, depth: number, space: NameSpace): Expression {
    const [object, field] = [fieldOf(node, 'object') ?? fieldOf(node, 'scope'), fieldOf(node, 'field') ?? fieldOf(node, 'name')];
    const [first, second] = named(node);
    const [of, last] = [object ?? first, field ?? second];
    if (of === undefined || last === undefined) return opaqueExpression;
    if (last.type === 'this') return { kind: 'this', scope: this.scopes.at(node), qualifier: of.text };
    const own = space === 'variable' ? 'variable' : space;
    return { kind: 'select', of: this.expression(of, depth + 1, 'qualifier'), name: last.text, space: own };
  }

  private binding(found: LocalName, depth: number): Binding {
    switch (found.kind) {
      case 'variable': {
        if (found.type !== undefined) return { kind: 'value', value: this.typed(found.type, found.dimensions) };
        return { kind: 'value', value: found.value === undefined ? opaqueExpression : this.expression(found.value, depth + 1) };
      }
      case 'each':
        return { kind: 'value', value: { kind: 'element', of: this.expression(found.of, depth + 1) } };
      case 'method':
        return { kind: 'method', result: this.typed(found.type) };
      case 'unknown':
        return { kind: 'value', value: opaqueExpression };
      default:
        return found satisfies never;
    }
  }
}

export function javaLang(name: string): TypeReference {
  return { kind: 'named', name: ['java', 'lang', name], args: [], scope: { kind: 'file' } };
}
