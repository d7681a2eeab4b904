import * as vscode from 'vscode';
import type { LocatedSymbol } from '../../core/symbols/symbolTable';
import { contains, toEditorRange } from '../adapters/ranges';
import type { SourceTree, SourceTrees } from '../model/model';
import type { Uses } from '../model/uses';

/** The symbols that a place in a document surely means, and the name there. */
export interface Meant {
  readonly tree: SourceTree;
  readonly range: vscode.Range;
  readonly symbols: readonly LocatedSymbol[];
  /** Whether it is the declaration itself. */
  readonly isDeclared: boolean;
}

/** Tells what names mean: declared there, or used. What is only possible is nothing. */
export class Meanings {
  constructor(
    private readonly trees: SourceTrees,
    private readonly uses: Uses,
  ) {}

  async at(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<Meant | undefined> {
    const tree = this.trees.of(document.uri);
    const file = tree?.fileOf(document.uri);
    if (tree === undefined || file === undefined) return undefined;
    // A use is looked for in the whole file, what is declared is known.
    const declared = this.declaredAt(tree, file, document, position);
    if (declared !== undefined) return declared;
    const use = await this.uses.at(document, position, token);
    if (use?.answer.kind !== 'certain' || token.isCancellationRequested) return undefined;
    return { tree, range: toEditorRange(use.range), symbols: use.answer.symbols, isDeclared: false };
  }

  /** As the file was read: not while something is typed that is not read yet. */
  private declaredAt(
    tree: SourceTree,
    file: string,
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Meant | undefined {
    const declared = tree.table.outline(file)?.symbols.filter(({ nameRange }) => contains(nameRange, position)) ?? [];
    // A class and its primary constructor have one name: the class is meant.
    const [symbol] = declared;
    if (symbol === undefined) return undefined;
    const range = toEditorRange(symbol.nameRange);
    const written = document.getText(range).replaceAll('`', '');
    if (symbol.kind !== 'constructor' && symbol.name !== 'package' && written !== symbol.name) return undefined;
    return { tree, range, symbols: [{ file, symbol }], isDeclared: true };
  }
}

/** *Go to Definition* and *Peek Definition*: to what a name surely means. */
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
