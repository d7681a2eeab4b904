import * as vscode from 'vscode';
import type { LocatedSymbol } from '../../core/symbols/symbolTable';
import { toEditorRange } from '../editor/ranges';
import { declaredAt } from './declared';
import type { SourceTree, SourceTrees } from '../model/model';
import type { Uses } from './uses';

/** The symbols that the name at a place in a document surely means, and the range of that name. */
export interface Meant {
  readonly tree: SourceTree;
  readonly range: vscode.Range;
  readonly symbols: readonly LocatedSymbol[];
  /** Whether the place is the declaration itself. */
  readonly isDeclared: boolean;
}

/** Finds what names mean, whether they are declared there or used. A meaning that is only possible is left out. */
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
    const declared = declaredAt(tree, file, document, position);
    if (declared !== undefined)
      return { tree, range: declared.range, symbols: [{ file, symbol: declared.symbol }], isDeclared: true };
    const use = await this.uses.at(document, position, token);
    if (use?.answer.kind !== 'certain' || token.isCancellationRequested) return undefined;
    return { tree, range: toEditorRange(use.range), symbols: use.answer.symbols, isDeclared: false };
  }
}
