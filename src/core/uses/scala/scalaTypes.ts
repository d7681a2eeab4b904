import type { Node } from 'web-tree-sitter';
import { withoutBackticks } from '../../symbols/typeName';
import { fieldOf, named } from '../nodes';
import { opaque, type Scope, type TypeReference } from '../scope';

/** Returns a written type; `isLocal` tells whether a method or block binds a name as a type. */
export function scalaType(node: Node, scope: Scope, isLocal: (name: string) => boolean): TypeReference {
  const inner = (one: Node): TypeReference => scalaType(one, scope, isLocal);
  switch (node.type) {
    case 'type_identifier':
    case 'identifier': {
      const name = withoutBackticks(node.text);
      return isLocal(name) ? opaque : { kind: 'named', name: [name], args: [], scope };
    }
    case 'stable_type_identifier':
      return { kind: 'named', name: identifiersIn(node), args: [], scope };
    case 'generic_type': {
      const [type, args] = [fieldOf(node, 'type'), fieldOf(node, 'type_arguments')];
      const head = type === undefined ? opaque : inner(type);
      return head.kind === 'named' && args !== undefined ? { ...head, args: named(args).map(inner) } : head;
    }
    case 'compound_type':
      return { kind: 'all', parts: named(node).map(inner) };
    case 'annotated_type':
    case 'lazy_parameter_type': {
      const [first] = named(node);
      return first === undefined ? opaque : inner(first);
    }
    case 'repeated_parameter_type': {
      const [first] = named(node);
      return { kind: 'named', name: ['scala', 'Seq'], args: first === undefined ? [] : [inner(first)], scope: { kind: 'file' } };
    }
    case 'tuple_type': {
      const [first, ...others] = named(node);
      if (first === undefined) return opaque;
      return others.length === 0 ? inner(first) : { kind: 'tuple', parts: [first, ...others].map(inner) };
    }
    default:
      return opaque;
  }
}

/** Returns the names of a path such as `a.b.C`, in order. */
export function identifiersIn(node: Node): string[] {
  if (node.namedChildCount === 0) return [withoutBackticks(node.text)];
  return named(node).flatMap(identifiersIn);
}
