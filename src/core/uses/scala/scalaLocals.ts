import type { Node } from 'web-tree-sitter';
import { withoutBackticks } from '../../symbols/typeName';
import { fieldOf, fieldsOf, isIn, named } from '../nodes';
import { boundIn, type Bound } from './patterns';
import { definitions } from './scalaScopes';

/** The declaration that binds a name in a method or block. */
export type LocalName =
  /**
   * A pattern; `value` is what it is matched with, undefined where that cannot be told. With `isElement` it is matched with each
   * element of that value.
   */
  | {
      readonly kind: 'pattern';
      readonly bound: Bound;
      readonly value: Node | undefined;
      readonly isElement: boolean;
      readonly type: Node | undefined;
    }
  | { readonly kind: 'parameter'; readonly parameter: Node; readonly type: Node | undefined }
  /** A parameter, without a written type, of a function literal. */
  | { readonly kind: 'argument'; readonly lambda: Node; readonly index: number }
  | { readonly kind: 'method'; readonly definition: Node }
  | { readonly kind: 'object'; readonly definition: Node }
  /** The name by which a class calls itself, as `self` in `self =>`. */
  | { readonly kind: 'self'; readonly template: Node };

const blocks: ReadonlySet<string> = new Set([
  'block',
  'indented_block',
  'case_clause',
  'template_body',
  'enum_body',
  'ERROR',
  'do_while_expression',
]);

/** Returns what `parent` binds a term of this name to, as seen from its child `child`; undefined where it binds none. */
export function boundBy(parent: Node, child: Node, name: string, isSymbol: (definition: Node) => boolean): LocalName | undefined {
  if (blocks.has(parent.type)) return inBlock(parent, child, name, isSymbol);
  switch (parent.type) {
    case 'lambda_expression':
      return fieldsOf(parent, 'parameters').some((one) => isIn(child, one)) ? undefined : inLambda(parent, name);
    case 'function_definition':
    case 'function_declaration':
      return inParameters(fieldsOf(parent, 'parameters'), child, name);
    case 'class_definition':
      return isSymbol(parent) ? undefined : inParameters(fieldsOf(parent, 'class_parameters'), child, name);
    case 'for_expression':
      return fieldOf(parent, 'body')?.id === child.id ? inEnumerators(parent, undefined, name) : undefined;
    case 'enumerators':
      return inEnumerators(parent, child, name);
    case 'enumerator':
      return child.type === 'guard' ? inEnumerator(parent, name) : undefined;
    default:
      return undefined;
  }
}

function inBlock(block: Node, child: Node, name: string, isSymbol: (definition: Node) => boolean): LocalName | undefined {
  if (block.type === 'case_clause') {
    const pattern = fieldOf(block, 'pattern');
    const bound = pattern !== undefined && !isIn(child, pattern) ? boundIn(pattern).find((one) => one.name === name) : undefined;
    if (bound !== undefined) return { kind: 'pattern', bound, ...matchedBy(block), type: undefined };
  }
  if (block.type === 'template_body') {
    const self = named(block).find(({ type }) => type === 'self_type');
    if (self !== undefined && withoutBackticks(named(self)[0]?.text ?? '') === name) return { kind: 'self', template: block };
    const owner = block.parent;
    if (owner === null || owner.type === 'package_clause' || (definitions.has(owner.type) && isSymbol(owner))) return undefined;
  }
  if (block.type === 'ERROR' && block.parent?.type === 'compilation_unit') return undefined;
  for (const one of named(block)) {
    const found = declaredBy(one, name);
    if (found !== undefined) return found;
    // The body of a function without braces is all that follows, but the tree does not say so.
    if (one.type === 'lambda_expression' && one.endIndex <= child.startIndex) {
      const argument = inLambda(one, name);
      if (argument !== undefined) return argument;
    }
  }
  return undefined;
}

/** Returns what a statement declares under this name; undefined where it declares nothing of that name. */
function declaredBy(statement: Node, name: string): LocalName | undefined {
  const isNamed = (): boolean => withoutBackticks(fieldOf(statement, 'name')?.text ?? '') === name;
  switch (statement.type) {
    case 'val_definition':
    case 'var_definition': {
      const pattern = fieldOf(statement, 'pattern');
      const bound = pattern && boundIn(pattern, true).find((one) => one.name === name);
      const type = fieldOf(statement, 'type');
      return bound && { kind: 'pattern', bound, value: fieldOf(statement, 'value'), isElement: false, type };
    }
    case 'val_declaration':
    case 'var_declaration':
      return fieldsOf(statement, 'name').some(({ text }) => withoutBackticks(text) === name)
        ? { kind: 'parameter', parameter: statement, type: fieldOf(statement, 'type') }
        : undefined;
    case 'function_definition':
    case 'function_declaration':
      return isNamed() ? { kind: 'method', definition: statement } : undefined;
    case 'object_definition':
      return isNamed() ? { kind: 'object', definition: statement } : undefined;
    case 'class_definition':
      // The name as a term means the companion of a case class; another class is no term.
      return isNamed() ? { kind: 'object', definition: statement } : undefined;
    default:
      return undefined;
  }
}

function inLambda(lambda: Node, name: string): LocalName | undefined {
  const lists = fieldsOf(lambda, 'parameters');
  for (const list of lists) {
    const parameters = list.type === 'bindings' ? named(list) : [list];
    const index = parameters.findIndex((one) => withoutBackticks((fieldOf(one, 'name') ?? one).text) === name);
    const parameter = parameters[index];
    if (parameter === undefined) continue;
    const type = fieldOf(parameter, 'type');
    return type === undefined ? { kind: 'argument', lambda, index } : { kind: 'parameter', parameter, type };
  }
  return undefined;
}

function inParameters(lists: readonly Node[], child: Node, name: string): LocalName | undefined {
  for (const list of lists) {
    // The types in a list see none of its parameters. Parameters of the other lists may be found there, but a name that is a type
    // is never looked up here.
    if (list.type === 'type_parameters' || list.id === child.id) continue;
    const parameter = named(list).find((one) => withoutBackticks(fieldOf(one, 'name')?.text ?? '') === name);
    if (parameter !== undefined) return { kind: 'parameter', parameter, type: fieldOf(parameter, 'type') };
  }
  return undefined;
}

/** Returns what the last enumerator before `child` that binds the name binds it to; undefined where none does. */
function inEnumerators(around: Node, child: Node | undefined, name: string): LocalName | undefined {
  const list = around.type === 'enumerators' ? around : named(around).find(({ type }) => type === 'enumerators');
  const before = list === undefined ? [] : named(list).filter((one) => child === undefined || one.endIndex <= child.startIndex);
  for (const one of before.reverse()) {
    const found = inEnumerator(one, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function inEnumerator(enumerator: Node, name: string): LocalName | undefined {
  const [pattern, value] = named(enumerator);
  if (pattern === undefined || pattern.type === 'guard') return undefined;
  const bound = boundIn(pattern).find((one) => one.name === name);
  const isElement = enumerator.children.some((one) => one.type === '<-');
  return bound && { kind: 'pattern', bound, value, isElement, type: undefined };
}

/** Returns what the pattern of a `case` is matched with. */
function matchedBy(clause: Node): { readonly value: Node | undefined; readonly isElement: boolean } {
  const block = clause.parent;
  const around = block?.parent;
  if (around?.type === 'match_expression') return { value: fieldOf(around, 'value'), isElement: false };
  if (around?.type === 'call_expression') return { value: block ?? undefined, isElement: true };
  return { value: undefined, isElement: false };
}
