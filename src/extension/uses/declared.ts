import type { Position, Range, TextDocument } from 'vscode';
import { contains } from '../../core/util/range';
import type { SourceSymbol } from '../../core/symbols/symbol';
import { toEditorRange } from '../editor/ranges';
import type { SourceTree } from '../model/model';

/** A symbol where it is declared, and the range of its name. */
export interface Declared {
  readonly symbol: SourceSymbol;
  readonly range: Range;
}

/**
 * Returns what the name at a position declares, as the file was indexed; undefined while something typed there is not indexed
 * yet.
 */
export function declaredAt(tree: SourceTree, file: string, document: TextDocument, position: Position): Declared | undefined {
  const declared = tree.table.outline(file)?.symbols.filter(({ nameRange }) => contains(nameRange, position)) ?? [];
  // A class and its primary constructor have one name, which means the class.
  const [symbol] = declared;
  if (symbol === undefined) return undefined;
  const range = toEditorRange(symbol.nameRange);
  const written = document.getText(range).replaceAll('`', '');
  if (symbol.kind !== 'constructor' && symbol.name !== 'package' && written !== symbol.name) return undefined;
  return { symbol, range };
}
