import type { Node } from 'web-tree-sitter';
import { withoutBackticks } from '../../symbols/typeName';
import { fieldOf, fieldsOf, named } from '../nodes';

/** A name that a pattern binds. */
export interface Bound {
  readonly name: string;
  readonly node: Node;
  /** The type that the pattern requires. */
  readonly type?: Node;
  /**
   * The way in which it is taken out of the matched value: as the whole, as a part of a tuple, or as a component of what the
   * extractor `of` takes apart.
   */
  readonly from: 'whole' | { readonly index: number } | { readonly index: number; readonly of: Node } | 'unknown';
}

const isVariable = /^[\p{Ll}_]/u;

/**
 * Returns the names that a pattern binds. With `isWhole` the pattern is all there is, so that a name with a capital is bound, too
 * (`val Name = …`).
 */
export function boundIn(pattern: Node, isWhole = false, from: Bound['from'] = 'whole'): Bound[] {
  const deeper = (one: Node, how: Bound['from']): Bound[] => boundIn(one, false, from === 'whole' ? how : 'unknown');
  switch (pattern.type) {
    case 'identifier': {
      const { text } = pattern;
      if (text === '_' || (!isWhole && (text.startsWith('`') || !isVariable.test(text)))) return [];
      return [{ name: withoutBackticks(text), node: pattern, from }];
    }
    case 'identifiers':
      return named(pattern).flatMap((one) => boundIn(one, true, from));
    case 'typed_pattern': {
      const [inner, type] = [fieldOf(pattern, 'pattern'), fieldOf(pattern, 'type')];
      if (inner === undefined) return [];
      return boundIn(inner, isWhole, 'unknown').map((bound) => (type === undefined ? bound : { ...bound, type }));
    }
    case 'capture_pattern': {
      const [name, inner] = [fieldOf(pattern, 'name'), fieldOf(pattern, 'pattern')];
      const own = name === undefined ? [] : boundIn(name, true, from);
      return [...own, ...(inner === undefined ? [] : boundIn(inner, false, from))];
    }
    case 'tuple_pattern':
      return named(pattern).flatMap((one, index) => deeper(one, { index }));
    case 'case_class_pattern': {
      const of = fieldOf(pattern, 'type');
      return fieldsOf(pattern, 'pattern').flatMap((one, index) => deeper(one, of === undefined ? 'unknown' : { index, of }));
    }
    case 'type_identifier':
    case 'stable_type_identifier':
    case 'stable_identifier':
      return [];
    default:
      return named(pattern).flatMap((one) => boundIn(one, false, 'unknown'));
  }
}
