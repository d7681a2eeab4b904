import { symbolsOf } from './symbolPath';
import type { SourceSymbol } from '../symbols/symbol';
import type { SymbolTable } from '../symbols/symbolTable';
import type { AnchorTarget } from '../notes/anchor';
import { printAnchor } from '../notes/printAnchor';

/** The shortest anchor that means this symbol alone in a tree; undefined where none does. */
export function anchorOf({ path, parameters }: SourceSymbol, table: SymbolTable): string | undefined {
  const [type = '', member] = path.split('#', 2);
  const short: AnchorTarget = { kind: 'symbol', type, ...(member === undefined ? {} : { member }) };
  const full: AnchorTarget = parameters === undefined ? short : { ...short, parameters };
  const fitting = [short, full].find((target) => symbolsOf(target, table).length === 1);
  return fitting && printAnchor(fitting);
}
