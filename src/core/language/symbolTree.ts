import { comparePositions, encloses } from '../util/range';
import { typeKinds, type FileOutline, type SourceSymbol } from '../symbols/symbol';

/** A symbol, and the symbols that it contains. */
export interface SymbolNode {
  readonly symbol: SourceSymbol;
  readonly children: readonly SymbolNode[];
}

/**
 * Returns the symbols of a file, nested inside those that contain them, each once and in source order. A primary constructor is
 * left out, because its name and range are those of its class.
 */
export function symbolTree({ symbols }: FileOutline): readonly SymbolNode[] {
  const roots: SymbolNode[] = [];
  const around: { readonly symbol: SourceSymbol; readonly children: SymbolNode[] }[] = [];
  for (const symbol of symbols) {
    let outer = around.at(-1);
    while (outer !== undefined && !encloses(outer.symbol.range, symbol.range)) {
      around.pop();
      outer = around.at(-1);
    }
    if (symbol.kind === 'constructor' && outer !== undefined && isNamedAt(symbol, outer.symbol)) continue;
    const node = { symbol, children: [] };
    (outer?.children ?? roots).push(node);
    if (typeKinds.has(symbol.kind)) around.push(node);
  }
  return roots;
}

function isNamedAt({ nameRange: one }: SourceSymbol, { nameRange: other }: SourceSymbol): boolean {
  return comparePositions(one.start, other.start) === 0;
}
