import { printAnchor } from '../notes/printAnchor';
import { isSameSymbol, type SourceSymbol } from '../symbols/symbol';
import type { SymbolTable } from '../symbols/symbolTable';
import type { SymbolAnchor } from './symbolPath';
import { symbolsOf } from './symbolsOf';

/**
 * Returns the target of a symbol's canonical anchor: its whole path, and its parameter list if it has one. So the text alone
 * tells a field from a method of the same name, and a class from its companion object.
 */
export function canonicalTarget({ path, parameters }: SourceSymbol): SymbolAnchor {
  const hash = path.indexOf('#');
  if (hash < 0) return { kind: 'symbol', type: path };
  const [type, member] = [path.slice(0, hash), path.slice(hash + 1)];
  return { kind: 'symbol', type, member, ...(parameters && { parameters }) };
}

/** Returns the canonical anchor of a symbol, or undefined where several symbols of the tree share it. */
export function anchorOf(symbol: SourceSymbol, table: SymbolTable): string | undefined {
  const target = canonicalTarget(symbol);
  return symbolsOf(target, table).length === 1 ? printAnchor(target) : undefined;
}

/**
 * Returns the shortest target that means a symbol alone, as a person writes it: with parameters only where several methods, or a
 * value, have the name. Undefined where several symbols of the tree share all of it.
 */
export function shortestTarget(symbol: SourceSymbol, table: SymbolTable): SymbolAnchor | undefined {
  const whole = canonicalTarget(symbol);
  if (symbolsOf(whole, table).length !== 1) return undefined;
  const { parameters, ...bare } = whole;
  if (parameters === undefined) return whole;
  const [meant, ...others] = symbolsOf(bare, table);
  return others.length === 0 && isSameSymbol(meant?.symbol, symbol) ? bare : whole;
}
