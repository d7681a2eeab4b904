import type { Node } from 'web-tree-sitter';
import type { NameExpression, SelectExpression } from '../expression';
import { childOf, fieldOf, fieldsOf, hasToken, named } from '../nodes';
import type { UseTarget } from '../use';
import type { JavaExpressions } from './javaExpressions';
import { namesIn, type JavaScopes } from './javaScopes';

/**
 * Returns what the name at a node is used for; undefined where the name is declared there, or where the node is no name that is
 * used.
 */
export function javaTarget(node: Node, scopes: JavaScopes, expressions: JavaExpressions): UseTarget | undefined {
  const { parent } = node;
  if (parent === null) return undefined;
  switch (parent.type) {
    case 'method_invocation': {
      if (fieldOf(parent, 'name')?.id !== node.id) break;
      const callee = expressions.callee(parent);
      return callee && { kind: 'term', expression: callee, counts: [named(fieldOf(parent, 'arguments') ?? parent).length] };
    }
    case 'field_access':
      if (fieldOf(parent, 'field')?.id !== node.id) break;
      return accessTarget(parent, expressions);
    case 'method_reference': {
      const [of, name] = [named(parent)[0], named(parent).at(-1)];
      if (of === undefined || name?.id !== node.id || of.id === node.id) break;
      const expression: SelectExpression = {
        kind: 'select',
        of: expressions.expression(of, 0, 'qualifier'),
        name: node.text,
        space: 'method',
      };
      return { kind: 'term', expression, counts: undefined };
    }
    case 'scoped_identifier':
    case 'scoped_type_identifier':
      return pathTarget(node, parent, scopes, expressions);
    case 'import_declaration':
      return { kind: 'import', path: [node.text], isStatic: hasToken(parent, 'static'), scope: { kind: 'file' } };
    case 'annotation':
    case 'marker_annotation':
      return { kind: 'type', type: { kind: 'named', name: [node.text], args: [], scope: scopes.at(node) } };
    case 'switch_label':
      return { kind: 'term', expression: caseLabel(node, parent, expressions), counts: undefined };
    case 'package_declaration':
    case 'labeled_statement':
    case 'break_statement':
    case 'continue_statement':
    case 'inferred_parameters':
    case 'type_parameter':
      return undefined;
    case 'element_value_pair':
      if (fieldOf(parent, 'key')?.id === node.id) return annotationElement(node, parent, scopes);
      break;
    case 'lambda_expression':
      if (fieldOf(parent, 'parameters')?.id === node.id) return undefined;
      break;
    default:
      if (fieldsOf(parent, 'name').some(({ id }) => id === node.id)) return undefined;
  }
  if (node.type === 'type_identifier') {
    const type = scopes.type(node);
    return type.kind === 'named' && type.name.length === 1 && type.name[0] === node.text ? { kind: 'type', type } : undefined;
  }
  const expression = expressions.name(node.text, node, isQualifier(node, parent) ? 'qualifier' : 'variable');
  return { kind: 'term', expression, counts: undefined };
}

function isQualifier(node: Node, parent: Node): boolean {
  if (parent.type === 'field_access' || parent.type === 'method_invocation') return fieldOf(parent, 'object')?.id === node.id;
  return parent.type === 'method_reference' && named(parent)[0]?.id === node.id;
}

function accessTarget(access: Node, expressions: JavaExpressions): UseTarget | undefined {
  const { parent } = access;
  const space = parent !== null && isQualifier(access, parent) ? 'qualifier' : 'variable';
  const expression = expressions.expression(access, 0, space);
  return expression.kind === 'select' ? { kind: 'term', expression, counts: undefined } : undefined;
}

/** Returns what a part of `a.b.C` is used for, in a type, an annotation or an import. */
function pathTarget(node: Node, parent: Node, scopes: JavaScopes, expressions: JavaExpressions): UseTarget | undefined {
  let whole = parent;
  while (whole.parent?.type === whole.type) whole = whole.parent;
  const nodes = segments(whole);
  const names = nodes.slice(0, nodes.findIndex(({ id }) => id === node.id) + 1).map(({ text }) => text);
  const around = whole.parent;
  if (around?.type === 'package_declaration') return undefined;
  if (around?.type === 'import_declaration') {
    const isLast = names.length === nodes.length && childOf(around, 'asterisk') === undefined;
    return { kind: 'import', path: names, isStatic: hasToken(around, 'static') && isLast, scope: { kind: 'file' } };
  }
  if (whole.type === 'scoped_type_identifier' || around?.type.endsWith('annotation') === true) {
    return { kind: 'type', type: { kind: 'named', name: names, args: [], scope: scopes.at(whole) } };
  }
  const [first, ...others] = names;
  let expression: ReturnType<JavaExpressions['callee']> = expressions.name(first ?? '', node, 'qualifier');
  for (const name of others) expression = { kind: 'select', of: expression, name, space: 'qualifier' };
  return { kind: 'term', expression, counts: undefined };
}

function segments(node: Node): Node[] {
  return node.namedChildCount === 0
    ? [node]
    : named(node)
        .filter(({ type }) => type.endsWith('identifier'))
        .flatMap(segments);
}

/**
 * Returns the expression for a constant behind `case`: a member of the value that is switched over, or else a name like any
 * other.
 */
function caseLabel(node: Node, label: Node, expressions: JavaExpressions): NameExpression | SelectExpression {
  let at: Node | null = label;
  while (at !== null && at.type !== 'switch_expression' && at.type !== 'switch_statement') at = at.parent;
  const condition = at === null ? undefined : fieldOf(at, 'condition');
  if (condition === undefined) return expressions.name(node.text, node, 'variable');
  return { kind: 'select', of: expressions.expression(condition), name: node.text, space: 'variable' };
}

function annotationElement(key: Node, pair: Node, scopes: JavaScopes): UseTarget | undefined {
  const annotation = pair.parent?.parent;
  const name = annotation && fieldOf(annotation, 'name');
  if (name === null || name === undefined) return undefined;
  const type = { kind: 'named', name: namesIn(name), args: [], scope: scopes.at(name) } as const;
  const expression: SelectExpression = { kind: 'select', of: { kind: 'typed', type }, name: key.text, space: 'method' };
  return { kind: 'term', expression, counts: undefined };
}
