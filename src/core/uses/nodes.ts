import type { Node } from 'web-tree-sitter';

export function fieldOf(node: Node, name: string): Node | undefined {
  return node.childForFieldName(name) ?? undefined;
}

export function named(node: Node): Node[] {
  return node.namedChildren.filter((child) => !isComment(child));
}

/**
 * Returns the named nodes of a field. The unnamed ones are left out because in `extends A with B` the grammar gives the word
 * `with` the field of the types, too.
 */
export function fieldsOf(node: Node, name: string): Node[] {
  return node.childrenForFieldName(name).filter(({ isNamed }) => isNamed);
}

export function childOf(node: Node, ...types: readonly string[]): Node | undefined {
  return named(node).find(({ type }) => types.includes(type));
}

export function hasToken(node: Node, token: string): boolean {
  return node.children.some((child) => child.type === token);
}

export function isIn(inner: Node, outer: Node | undefined): boolean {
  return outer !== undefined && outer.startIndex <= inner.startIndex && inner.endIndex <= outer.endIndex;
}

function isComment({ type }: Node): boolean {
  return type === 'comment' || type === 'block_comment' || type === 'line_comment';
}
