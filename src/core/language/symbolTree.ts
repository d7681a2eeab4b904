import { typeKinds, type FileOutline, type Range, type SourceSymbol } from '../symbols/symbol';

/** A symbol, and those that it contains. */
export interface SymbolNode {
  readonly symbol: SourceSymbol;
  readonly children: readonly SymbolNode[];
}

/**
 * The symbols of a file inside those that contain them: each once, in source order. A primary constructor is left out: it is its class,
 * name and range.
 */
export function symbolTree({ symbols }: FileOutline): readonly SymbolNode[] {
  const roots: SymbolNode[] = [];
  const around: { readonly symbol: SourceSymbol; readonly children: SymbolNode[] }[] = [];
  for (const symbol of symbols) {
    while (around.length > 0 && !encloses(around.at(-1)?.symbol.range, symbol.range)) around.pop();
    const outer = around.at(-1);
    if (symbol.kind === 'constructor' && outer !== undefined && isSame(symbol.nameRange, outer.symbol.nameRange)) continue;
    const node = { symbol, children: [] };
    (outer?.children ?? roots).push(node);
    if (typeKinds.has(symbol.kind)) around.push(node);
  }
  return roots;
}

function encloses(outer: Range | undefined, { start, end }: Range): boolean {
  if (outer === undefined) return false;
  const isBefore = outer.start.line < start.line || (outer.start.line === start.line && outer.start.character <= start.character);
  return isBefore && (end.line < outer.end.line || (end.line === outer.end.line && end.character <= outer.end.character));
}

function isSame(one: Range, other: Range): boolean {
  return one.start.line === other.start.line && one.start.character === other.start.character;
}
