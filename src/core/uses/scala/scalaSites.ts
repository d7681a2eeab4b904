import type { Node } from 'web-tree-sitter';
import { withoutBackticks } from '../../symbols/typeName';
import type { NameExpression, SelectExpression } from '../expression';
import { childOf, fieldOf, fieldsOf, hasToken, named } from '../nodes';
import type { UseTarget } from '../use';
import { countOf, pathNodes, type ScalaExpressions } from './scalaExpressions';
import { clausesOf, type ScalaScopes } from './scalaScopes';

const declarations: ReadonlySet<string> = new Set([
  'class_definition',
  'trait_definition',
  'object_definition',
  'package_object',
  'function_definition',
  'function_declaration',
  'val_declaration',
  'var_declaration',
  'type_definition',
  'parameter',
  'class_parameter',
  'binding',
  'enum_definition',
  'type_parameters',
]);

/**
 * Returns what the name at a node is used for; undefined where the name is declared or bound there, or where the node is no name
 * that is used.
 */
export function scalaTarget(node: Node, scopes: ScalaScopes, expressions: ScalaExpressions): UseTarget | undefined {
  const target = targetOf(node, scopes, expressions);
  return target?.kind === 'term' && isAssigned(node) ? { ...target, isAssigned: true } : target;
}

/** Returns whether `node` is the name in `name = …` or `value.name = …`. */
function isAssigned(node: Node): boolean {
  const isField = node.parent?.type === 'field_expression' && fieldOf(node.parent, 'field')?.id === node.id;
  const whole = isField ? node.parent : node;
  return whole.parent?.type === 'assignment_expression' && fieldOf(whole.parent, 'left')?.id === whole.id;
}

function targetOf(node: Node, scopes: ScalaScopes, expressions: ScalaExpressions): UseTarget | undefined {
  const { parent } = node;
  if (parent === null || node.text === 'this' || node.text === 'super' || node.text === '_') return undefined;
  const name = withoutBackticks(node.text);
  if (declarations.has(parent.type) && fieldsOf(parent, 'name').some(({ id }) => id === node.id)) return undefined;
  switch (parent.type) {
    case 'package_identifier':
    case 'package_clause':
    case 'access_qualifier':
    case 'self_type':
      return parent.type === 'self_type' && named(parent)[1]?.id === node.id ? typeTarget(node, scopes) : undefined;
    case 'import_declaration':
    case 'namespace_selectors':
    case 'arrow_renamed_identifier':
    case 'as_renamed_identifier':
      return importTarget(node, parent, scopes);
    case 'stable_type_identifier':
    case 'stable_identifier':
      return pathTarget(node, parent, scopes, expressions);
    case 'field_expression':
      if (fieldOf(parent, 'field')?.id !== node.id) break;
      return selected(expressions.expression(parent), parent);
    case 'infix_expression': {
      if (fieldOf(parent, 'operator')?.id !== node.id) break;
      const called = expressions.expression(parent);
      const [left] = named(parent);
      if (name === 'with' || left === undefined) return undefined;
      const expression = { kind: 'select', of: expressions.expression(left), name, space: 'term' } as const;
      return called.kind === 'call' ? { kind: 'term', expression, counts: [called.count] } : undefined;
    }
    case 'postfix_expression':
      if (named(parent)[1]?.id !== node.id || named(parent)[0] === undefined) break;
      return {
        kind: 'term',
        expression: { kind: 'select', of: expressions.expression(parent.namedChild(0) ?? parent), name, space: 'term' },
        counts: undefined,
      };
    case 'assignment_expression':
      if (parent.parent?.type === 'arguments' && fieldOf(parent, 'left')?.id === node.id) return undefined;
      break;
    case 'case_class_pattern':
      if (fieldOf(parent, 'type')?.id === node.id) return term(expressions.term(name, node));
      break;
    case 'infix_pattern':
      if (fieldOf(parent, 'operator')?.id === node.id) return term(expressions.term(name, node));
      break;
    default:
  }
  if (node.type === 'type_identifier') return typeTarget(node, scopes);
  if (isBinder(node)) return undefined;
  const expression = expressions.name(node);
  return expression.kind === 'name' ? { kind: 'term', expression, counts: countsBehind(node) } : undefined;
}

function term(expression: NameExpression | SelectExpression): UseTarget {
  return { kind: 'term', expression, counts: undefined };
}

function selected(expression: ReturnType<ScalaExpressions['expression']>, node: Node): UseTarget | undefined {
  return expression.kind === 'select' ? { kind: 'term', expression, counts: countsBehind(node) } : undefined;
}

function typeTarget(node: Node, scopes: ScalaScopes): UseTarget | undefined {
  const type = scopes.type(node);
  return type.kind === 'named' ? { kind: 'type', type } : undefined;
}

/** Returns the number of arguments in each list behind a name; undefined where no list follows. */
function countsBehind(node: Node): readonly number[] | undefined {
  const counts: number[] = [];
  for (let at = node; at.parent !== null; at = at.parent) {
    const { parent } = at;
    if (parent.type !== 'generic_function' && parent.type !== 'call_expression') break;
    if (fieldOf(parent, 'function')?.id !== at.id) break;
    if (parent.type === 'call_expression') counts.push(countOf(fieldOf(parent, 'arguments')));
  }
  return counts.length === 0 ? undefined : counts;
}

/** Returns what a part of `a.b.C` is used for, in a type or a pattern. */
function pathTarget(node: Node, path: Node, scopes: ScalaScopes, expressions: ScalaExpressions): UseTarget | undefined {
  const whole = path.type === 'stable_identifier' && path.parent?.type === 'stable_type_identifier' ? path.parent : path;
  const nodes = pathNodes(whole);
  const index = nodes.findIndex(({ id }) => id === node.id);
  const [first, ...others] = nodes.slice(0, index + 1);
  if (first === undefined) return undefined;
  const isExtractor = whole.parent?.type === 'case_class_pattern' && fieldOf(whole.parent, 'type')?.id === whole.id;
  if (node.type === 'type_identifier' && !isExtractor) {
    const type = scopes.type(whole);
    return type.kind === 'named' ? { kind: 'type', type } : undefined;
  }
  let expression: NameExpression | SelectExpression = expressions.term(withoutBackticks(first.text), first);
  for (const { text } of others) expression = { kind: 'select', of: expression, name: withoutBackticks(text), space: 'term' };
  return term(expression);
}

function importTarget(node: Node, parent: Node, scopes: ScalaScopes): UseTarget | undefined {
  let statement: Node | null = parent;
  while (statement !== null && statement.type !== 'import_declaration') statement = statement.parent;
  if (statement === null) return undefined;
  if (parent.type.endsWith('renamed_identifier') && fieldOf(parent, 'alias')?.id === node.id) return undefined;
  const clause = clausesOf(statement).find((one) =>
    one.some(({ startIndex, endIndex }) => startIndex <= node.startIndex && node.endIndex <= endIndex),
  );
  const before = (clause ?? []).filter(({ type, startIndex }) => type !== 'namespace_selectors' && startIndex < node.startIndex);
  const path = [...before, node].map(({ text }) => withoutBackticks(text));
  return { kind: 'import', path, isStatic: false, scope: scopes.at(statement) };
}

/** Returns whether a name is bound by the pattern that it stands in. */
function isBinder(node: Node): boolean {
  let at = node;
  while (at.parent?.type.endsWith('_pattern') === true) {
    const { parent }: Node = at;
    if (parent.type === 'typed_pattern' && fieldOf(parent, 'type')?.id === at.id) return false;
    if (parent.type === 'capture_pattern' && fieldOf(parent, 'name')?.id === at.id) return true;
    at = parent;
  }
  const { parent } = at;
  if (parent === null) return false;
  if (parent.type === 'lambda_expression') return fieldsOf(parent, 'parameters').some(({ id }) => id === at.id);
  const isWhole = at.id === node.id;
  const isPattern =
    (parent.type === 'case_clause' && fieldOf(parent, 'pattern')?.id === at.id) ||
    (parent.type === 'enumerator' && named(parent)[0]?.id === at.id && hasArrow(parent));
  if (isPattern) return /^[\p{Ll}_]/u.test(node.text);
  if (parent.type === 'identifiers') return true;
  const isDefinition =
    (parent.type === 'val_definition' || parent.type === 'var_definition') && fieldOf(parent, 'pattern')?.id === at.id;
  return isDefinition && (isWhole || /^[\p{Ll}_]/u.test(node.text));
}

function hasArrow(enumerator: Node): boolean {
  return hasToken(enumerator, '<-') || hasToken(enumerator, '=') || childOf(enumerator, 'guard') === undefined;
}
