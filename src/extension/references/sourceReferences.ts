import type * as vscode from 'vscode';
import { targetOf } from '../../core/bindings/binding';
import { contains } from '../../core/util/range';
import { isSameSymbol } from '../../core/symbols/symbol';
import type { LocatedSymbol } from '../../core/symbols/symbolTable';
import { toEditorRange } from '../editor/ranges';
import type { Model } from '../model/model';
import type { Uses } from '../uses/uses';
import { notePlace } from '../bindings/anchorLocations';

type Ask = vscode.ReferenceProvider['provideReferences'];

/**
 * Returns where notes speak of the symbol whose declaration, or whose certain use, is at a place of a source file. A link in a
 * note refers to the symbol as one in a doc comment does, so it is listed beside what a language server finds. The declaration
 * itself and the uses in code are left to that server.
 */
export function sourceReferences(model: Model, uses: Uses): Ask {
  return async (document, position, _, token) => {
    const tree = model.trees.of(document.uri);
    const file = tree?.fileOf(document.uri);
    if (tree === undefined || file === undefined) return [];
    await model.notes.ready();
    const declared = declaredAt(tree.table.outline(file)?.symbols ?? [], document, position);
    const symbols =
      declared.length > 0 ? declared.map((symbol) => ({ file, symbol })) : await used(uses, document, position, token);
    if (token.isCancellationRequested) return [];
    return symbols.flatMap(({ file: where, symbol }) =>
      model.bindings.leadingInto(tree.uriOf(where)).flatMap(({ note, anchor, result }) => {
        const isIt = isSameSymbol(targetOf(result)?.symbol, symbol);
        return isIt && model.notes.note(note) !== undefined ? notePlace(note, anchor) : [];
      }),
    );
  };
}

/** A class and its primary constructor have one name. There is none where something was typed since the file was indexed. */
function declaredAt(
  symbols: readonly LocatedSymbol['symbol'][],
  document: vscode.TextDocument,
  position: vscode.Position,
): LocatedSymbol['symbol'][] {
  const here = symbols.filter(({ nameRange }) => contains(nameRange, position));
  return here.filter(({ name, kind, nameRange }) => {
    const text = document.getText(toEditorRange(nameRange)).replaceAll('`', '');
    return kind === 'constructor' || text === name || name === 'package';
  });
}

async function used(
  uses: Uses,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<readonly LocatedSymbol[]> {
  const use = await uses.at(document, position, token);
  // Several symbols mean an overloaded method whose arguments do not tell which one.
  return use?.answer.kind === 'certain' && use.answer.symbols.length === 1 ? use.answer.symbols : [];
}
