import * as vscode from 'vscode';
import { symbolNamedBy } from '../../core/bindings/foreignName';
import type { SourceTrees } from '../model/model';
import { linkPlace, linkText, symbolLink } from './symbolLink';

const plainText = 'text/plain';

/**
 * Turns a pasted name of code from elsewhere into an anchor: a reference of Javadoc, a line of a stack trace, a class of the JVM, an address
 * on GitHub. The editor offers next to the pasted text to take the text as it is.
 */
export class AnchorPaste implements vscode.DocumentPasteEditProvider {
  static readonly kind = vscode.DocumentDropOrPasteEditKind.Text.append('link', 'kafka');
  static readonly metadata: vscode.DocumentPasteProviderMetadata = {
    providedPasteEditKinds: [AnchorPaste.kind],
    pasteMimeTypes: [plainText],
  };

  constructor(private readonly trees: SourceTrees) {}

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    pasted: vscode.DataTransfer,
    _context: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentPasteEdit[]> {
    const [range] = ranges;
    const tree = this.trees.active;
    const text = await pasted.get(plainText)?.asString();
    if (text === undefined || range === undefined || ranges.length > 1 || tree === undefined) return [];
    if (token.isCancellationRequested || !range.isSingleLine) return [];
    const place = linkPlace(document, range.start);
    if (place.kind === 'code') return [];
    const symbol = symbolNamedBy(text, tree.table, tree.version);
    const link = symbol && symbolLink(symbol, tree.table);
    if (link === undefined) return [];
    const words = place.kind === 'text' ? document.getText(range) : '';
    const title = vscode.l10n.t('Paste as an anchor to {0}', link.label);
    return [new vscode.DocumentPasteEdit(linkText(place, link, words), title, AnchorPaste.kind)];
  }
}
