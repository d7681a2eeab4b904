import * as vscode from 'vscode';
import { tokenModifiers, tokenTypes } from '../../core/language/colours';
import { foldColumns, foldKinds } from '../../core/language/folds';
import type { DocumentSyntax } from './documentSyntax';

export const legend = new vscode.SemanticTokensLegend([...tokenTypes], [...tokenModifiers]);

/**
 * Gives the colours of Scala. The worker makes them in the editor's own form, and the editor itself sends on only what differs.
 */
export class ScalaColours implements vscode.DocumentSemanticTokensProvider {
  constructor(private readonly syntax: DocumentSyntax) {}

  async provideDocumentSemanticTokens(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.SemanticTokens | undefined> {
    const syntax = await this.syntax.of(document);
    return syntax === undefined || token.isCancellationRequested ? undefined : new vscode.SemanticTokens(syntax.colours);
  }
}

const kinds: Readonly<Record<(typeof foldKinds)[number], vscode.FoldingRangeKind | undefined>> = {
  code: undefined,
  comment: vscode.FoldingRangeKind.Comment,
  imports: vscode.FoldingRangeKind.Imports,
  region: vscode.FoldingRangeKind.Region,
};

/** Gives the folds of source. Where they are not known, the editor folds by indentation. */
export class Folding implements vscode.FoldingRangeProvider {
  constructor(private readonly syntax: DocumentSyntax) {}

  async provideFoldingRanges(
    document: vscode.TextDocument,
    _context: vscode.FoldingContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.FoldingRange[] | undefined> {
    const syntax = await this.syntax.of(document);
    if (syntax === undefined || token.isCancellationRequested) return undefined;
    const ranges: vscode.FoldingRange[] = [];
    for (let at = 0; at < syntax.folds.length; at += foldColumns) {
      const [start = 0, end = 0, kind = 0] = syntax.folds.subarray(at, at + foldColumns);
      ranges.push(new vscode.FoldingRange(start, end, kinds[foldKinds[kind] ?? 'code']));
    }
    return ranges;
  }
}
