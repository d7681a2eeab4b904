import type { Node, Query } from 'web-tree-sitter';
import { find, type Found } from './captures';
import { brackets, typeName } from './typeName';

export interface Parameter {
  readonly node: Node;
  readonly name?: Node;
  /** The simple name of its type, as in an anchor. */
  readonly type: string;
  /** The keyword `val` or `var` of a parameter of a Scala class. */
  readonly keyword?: string;
}

/** Returns the parameters of one list, in order; a receiver (`Log this`) is not one. */
export function parametersOf(query: Query, list: Node): Parameter[] {
  if (list.namedChildCount === 0) return [];
  return find(query, list, 1).flatMap((found) => {
    const parameter = parameterOf(query, found);
    return parameter === undefined ? [] : [parameter];
  });
}

function parameterOf(query: Query, found: Found): Parameter | undefined {
  if (found.what !== 'parameter' && found.what !== 'repeated') return undefined;
  const { name, ofType, dimensions, keyword } = found.parts;
  const written = ofType === undefined ? '' : typeName(query, ofType) + brackets(dimensions);
  return {
    node: found.node,
    ...(name && { name }),
    type: found.what === 'repeated' ? `${written}...` : written,
    ...(keyword && { keyword: keyword.type }),
  };
}
