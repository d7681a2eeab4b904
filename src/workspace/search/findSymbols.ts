import type { CodeQuery } from '../../core/search/codeQuery';
import { rankSymbols } from '../../core/search/rankSymbols';
import { scanSymbols, type FoundSymbol } from '../../core/search/symbolScan';
import type { SymbolTable } from '../../core/symbols/symbolTable';
import type { Slices } from '../indexing/slices';

/** The conditions of a look for symbols. */
export interface SymbolWish {
  readonly query: CodeQuery;
  readonly slices: Slices;
  /** Returns whether somebody still waits for the answer. */
  readonly isWanted: () => boolean;
  /** Returns whether a symbol that fits may be in the answer; all are without it. */
  readonly isMeant?: (found: FoundSymbol) => boolean;
}

/** Returns the indexed symbols of a tree that fit a query, the best first; none where nobody waits for them any more. */
export async function findSymbols(table: SymbolTable, wish: SymbolWish): Promise<readonly FoundSymbol[]> {
  const { query, slices, isWanted, isMeant = () => true } = wish;
  const found: FoundSymbol[] = [];
  await slices.run(scanSymbols(table, query, found), isWanted);
  const work = rankSymbols(query, found.filter(isMeant), () => undefined);
  const ranked = await slices.run(work, isWanted);
  return (ranked ?? []).map((one) => one.found);
}
