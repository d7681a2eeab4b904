import type { Node } from 'web-tree-sitter';
import { childOf, fieldOf, fieldsOf, isIn, named } from '../nodes';
import { declarations, type JavaScopes } from './javaScopes';

/** The declaration that binds a name in a method or block. */
export type LocalName =
  /** A variable; `dimensions` is the number of `[]` behind its name. */
  | { readonly kind: 'variable'; readonly type: Node | undefined; readonly value: Node | undefined; readonly dimensions: number }
  | { readonly kind: 'each'; readonly of: Node }
  | { readonly kind: 'method'; readonly type: Node | undefined }
  | { readonly kind: 'unknown' };

/**
 * Returns what `parent` binds a variable or method of this name to, as seen from its child `child`; undefined where it binds
 * none.
 */
export function boundBy(parent: Node, child: Node, name: string, isMethod: boolean, scopes: JavaScopes): LocalName | undefined {
  switch (parent.type) {
    case 'class_body':
    case 'interface_body':
    case 'enum_body':
    case 'enum_body_declarations':
      return isSymbolBody(parent, scopes) ? undefined : inBody(parent, name, isMethod);
    default:
      return isMethod ? undefined : variableBoundBy(parent, child, name);
  }
}

function variableBoundBy(parent: Node, child: Node, name: string): LocalName | undefined {
  switch (parent.type) {
    case 'block':
    case 'constructor_body':
    case 'switch_block':
    case 'switch_block_statement_group':
    case 'program':
      return inStatements(parent, child, name);
    case 'method_declaration':
    case 'constructor_declaration':
    case 'compact_constructor_declaration': {
      // A compact constructor takes the record's own list of parameters.
      const record = parent.type === 'compact_constructor_declaration' ? parent.parent?.parent : undefined;
      const list = fieldOf(record ?? parent, 'parameters');
      return (list && inParameters(list, name)) ?? inPatterns(parent, name);
    }
    case 'lambda_expression': {
      const list = fieldOf(parent, 'parameters');
      if (list === undefined || isIn(child, list)) return undefined;
      if (list.type === 'formal_parameters') return inParameters(list, name);
      const names = list.type === 'identifier' ? [list] : named(list);
      return names.some(({ text }) => text === name) ? { kind: 'unknown' } : undefined;
    }
    case 'for_statement':
      return fieldsOf(parent, 'init')
        .map((one) => declaredBy(one, name))
        .find((one) => one !== undefined);
    case 'enhanced_for_statement': {
      if (fieldOf(parent, 'name')?.text !== name || fieldOf(parent, 'body')?.id !== child.id) return undefined;
      const [type, value] = [fieldOf(parent, 'type'), fieldOf(parent, 'value')];
      if (type?.text !== 'var') return { kind: 'variable', type, value: undefined, dimensions: 0 };
      return value === undefined ? { kind: 'unknown' } : { kind: 'each', of: value };
    }
    case 'try_with_resources_statement': {
      if (fieldOf(parent, 'body')?.id !== child.id) return undefined;
      const list = fieldOf(parent, 'resources');
      return list && resourceIn(list, undefined, name);
    }
    case 'resource_specification':
      return resourceIn(parent, child, name);
    case 'catch_clause': {
      const parameter = childOf(parent, 'catch_formal_parameter');
      if (parameter === undefined || fieldOf(parameter, 'name')?.text !== name) return undefined;
      return { kind: 'variable', type: childOf(parameter, 'catch_type'), value: undefined, dimensions: 0 };
    }
    case 'record_declaration':
      return undefined;
    default:
      return undefined;
  }
}

function isSymbolBody(body: Node, scopes: JavaScopes): boolean {
  const owner = body.type === 'enum_body_declarations' ? body.parent?.parent : body.parent;
  return owner !== null && owner !== undefined && declarations.has(owner.type) && scopes.pathOf(owner) !== undefined;
}

/** Finds the member of this name in the body of a class that is no symbol, such as an anonymous one. */
function inBody(body: Node, name: string, isMethod: boolean): LocalName | undefined {
  for (const one of named(body)) {
    if (isMethod && one.type === 'method_declaration' && fieldOf(one, 'name')?.text === name)
      return { kind: 'method', type: fieldOf(one, 'type') };
    if (!isMethod && (one.type === 'field_declaration' || one.type === 'constant_declaration')) {
      const found = declaredBy(one, name);
      if (found !== undefined) return found;
    }
    if (!isMethod && one.type === 'enum_constant' && fieldOf(one, 'name')?.text === name) return { kind: 'unknown' };
  }
  return undefined;
}

function inStatements(block: Node, child: Node, name: string): LocalName | undefined {
  for (const one of named(block).reverse()) {
    if (one.startIndex > child.startIndex) continue;
    const groups = block.type === 'switch_block' && one.id !== child.id ? named(one).reverse() : [one];
    for (const statement of groups) {
      const found = declaredBy(statement, name);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function declaredBy(statement: Node, name: string): LocalName | undefined {
  if (!['local_variable_declaration', 'field_declaration', 'constant_declaration'].includes(statement.type)) return undefined;
  const declarator = fieldsOf(statement, 'declarator').find((one) => fieldOf(one, 'name')?.text === name);
  if (declarator === undefined) return undefined;
  const type = fieldOf(statement, 'type');
  const dimensions = (fieldOf(declarator, 'dimensions')?.text.match(/\[/g) ?? []).length;
  return type?.text === 'var'
    ? { kind: 'variable', type: undefined, value: fieldOf(declarator, 'value'), dimensions }
    : { kind: 'variable', type, value: undefined, dimensions };
}

function inParameters(list: Node, name: string): LocalName | undefined {
  const found = parametersIn(list).find((one) => one.name.text === name);
  if (found === undefined) return undefined;
  const { type, dimensions } = found;
  return type?.text === 'var' ? { kind: 'unknown' } : { kind: 'variable', type, value: undefined, dimensions };
}

/**
 * Returns the parameters of a list; `dimensions` is the number of array dimensions that a parameter has beyond those of its
 * written type.
 */
export function parametersIn(
  list: Node,
): readonly { readonly name: Node; readonly type: Node | undefined; readonly dimensions: number }[] {
  return named(list).flatMap((one) => {
    const isRepeated = one.type === 'spread_parameter';
    const name = fieldOf(isRepeated ? (childOf(one, 'variable_declarator') ?? one) : one, 'name');
    if (name === undefined || (!isRepeated && one.type !== 'formal_parameter')) return [];
    const dimensions = isRepeated ? 1 : (fieldOf(one, 'dimensions')?.text.match(/\[/g) ?? []).length;
    const type = isRepeated
      ? named(one).find((part) => part.type !== 'modifiers' && part.type !== 'variable_declarator')
      : fieldOf(one, 'type');
    return [{ name, type, dimensions }];
  });
}

/**
 * Finds a variable that a pattern in the method binds. Control flow decides where such a variable is visible, so one anywhere in
 * the method counts, and its type is left unknown.
 */
function inPatterns(method: Node, name: string): LocalName | undefined {
  const patterns = method.descendantsOfType(['instanceof_expression', 'type_pattern', 'record_pattern_component']);
  const isBound = patterns.some(
    (one) => (fieldOf(one, 'name')?.text === name || named(one).at(-1)?.text === name) && one.type !== 'instanceof_expression',
  );
  const isNamed = patterns.some((one) => one.type === 'instanceof_expression' && fieldOf(one, 'name')?.text === name);
  return isBound || isNamed ? { kind: 'unknown' } : undefined;
}

function resourceIn(list: Node, before: Node | undefined, name: string): LocalName | undefined {
  const resources = named(list).filter((one) => before === undefined || one.endIndex <= before.startIndex);
  const resource = resources.find((one) => fieldOf(one, 'name')?.text === name);
  if (resource === undefined) return undefined;
  const type = fieldOf(resource, 'type');
  return type?.text === 'var'
    ? { kind: 'variable', type: undefined, value: fieldOf(resource, 'value'), dimensions: 0 }
    : { kind: 'variable', type, value: undefined, dimensions: 0 };
}
