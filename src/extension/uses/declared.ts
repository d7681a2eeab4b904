import type { Position, Range, TextDocument } from 'vscode';
import { contains } from '../../core/util/range';
import type { SourceSymbol } from '../../core/symbols/symbol';
import { toEditorRange } from '../editor/ranges';
import type { SourceTree } from '../model/model';

/** A symbol where it is declared, and the place of its name. */
export interface Declared {
  readonly symbol: SourceSymbol;
  readonly range: Range;
}

/** What is declared by the name at a position, as the file was read: not while something is typed there that is not read yet. */
export function declaredAt(tree: SourceTree, file: string, document: TextDocument, position: Position): Declared | undefined {
  const declared = tree.table.outline(file)?.symbols.filter(({ nameRange }) => contains(nameRange, position)) ?? [];
  // A class and its primary constructor have one name: the class is meant.
  const [symbol] = declared;
  if (symbol === undefined) return undefined;
  const range = toEditorRange(symbol.nameRange);
  const written = document.getText(range).replaceAll('`', '');
  if (symbol.kind !== 'constructor' && symbol.name !== 'package' && written !== symbol.name) return undefined;
  return { symbol, range };
}
