import * as vscode from 'vscode';
import { toEditorRange } from '../editor/ranges';
import type { Meanings } from '../uses/meanings';

/** _Go to Definition_ and _Peek Definition_ to the symbols that a name surely means. */
export class Definitions implements vscode.DefinitionProvider {
  constructor(private readonly meanings: Meanings) {}

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.LocationLink[] | undefined> {
    const meant = await this.meanings.at(document, position, token);
    return meant?.symbols.map(({ file, symbol }) => ({
      originSelectionRange: meant.range,
      targetUri: meant.tree.uriOf(file),
      targetRange: toEditorRange(symbol.range),
      targetSelectionRange: toEditorRange(symbol.nameRange),
    }));
  }
}
