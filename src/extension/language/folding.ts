import * as vscode from 'vscode';
import { foldColumns, foldKinds } from '../../core/language/folds';
import type { DocumentSyntax } from './documentSyntax';

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
