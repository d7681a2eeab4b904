import { comparePositions, contains, type Position } from '../util/range';
import { typeKinds, type SourceSymbol } from './symbol';

/**
 * Returns the symbols of a file around a position, in whose declaration or doc comment it is, the innermost first. On the name that
 * a type shares with its primary constructor the type comes first.
 */
export function symbolsAround(symbols: readonly SourceSymbol[], position: Position): SourceSymbol[] {
  const around = symbols.filter(({ range, doc }) => contains(range, position) || (doc !== undefined && contains(doc, position)));
  const type = around.findLast(({ kind, nameRange }) => typeKinds.has(kind) && contains(nameRange, position));
  around.reverse();
  return type === undefined ? around : [type, ...around.filter((one) => one !== type)];
}

/** Returns whether a symbol is a primary constructor: it has the name, and so the place, of one of the types around. */
export function isPrimaryConstructor({ kind, nameRange }: SourceSymbol, around: readonly SourceSymbol[]): boolean {
  if (kind !== 'constructor') return false;
  return around.some((one) => typeKinds.has(one.kind) && comparePositions(one.nameRange.start, nameRange.start) === 0);
}
