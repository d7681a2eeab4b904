import type { Node, Query } from 'web-tree-sitter';
import { unescapeName } from '../syntax/skeleton/escapedName';
import { find } from './captures';

const simpleName = /^[\p{L}\p{N}_$]+$/u;

/**
 * Returns the simple name that a type has in a parameter list, e.g. `Map` for `java.util.Map<K, V>`, `byte[]`, `=>T`, `Function`.
 * The language's query tells which part of a type names it.
 */
export function typeName(query: Query, type: Node): string {
  const text = type.text;
  if (simpleName.test(text)) return text;
  const found = find(query, type, 0).find(({ what, parts }) => what !== undefined || parts.head !== undefined);
  if (found?.what === 'called') return found.properties.name ?? text;
  if (found?.what === 'singleton') return text.replace(/\s/g, '').split('.').slice(-2).join('.');
  if (found === undefined) return withoutBackticks(text);
  const { head, dimensions } = found.parts;
  if (head === undefined) return withoutBackticks(text);
  return `${found.properties.before ?? ''}${typeName(query, head)}${found.properties.after ?? ''}${brackets(dimensions)}`;
}

/** Returns `[]` as often as it stands in dimensions, which may hold annotations and comments. */
export function brackets(dimensions: Node | undefined): string {
  return dimensions === undefined ? '' : '[]'.repeat(dimensions.children.filter((child) => child.type === '[').length);
}

/** Returns a name as it is meant: without backticks, and as it was before a skeleton escaped it. */
export function withoutBackticks(name: string): string {
  return name.startsWith('`') && name.endsWith('`') ? name.slice(1, -1) : unescapeName(name);
}
