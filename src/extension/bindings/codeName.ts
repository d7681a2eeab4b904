import { l10n } from 'vscode';
import type { SourceSymbol } from '../../core/symbols/symbol';
import { symbolName } from '../model/symbolName';

/** Names the code that notes speak of, in the same way wherever a reader meets it: a symbol, a statement in it, or a file. */
export function nameCode(file: string, symbol: SourceSymbol | undefined, isQuote: boolean): string {
  if (symbol !== undefined) return isQuote ? l10n.t('a statement in {0}', symbolName(symbol.path)) : symbolName(symbol.path);
  const name = file.slice(file.lastIndexOf('/') + 1);
  return isQuote ? l10n.t('a place in {0}', name) : name;
}
