import * as vscode from 'vscode';
import { tokenModifiers, tokenTypes } from '../../core/language/colours';
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
