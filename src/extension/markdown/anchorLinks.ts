import * as vscode from 'vscode';
import { toEditorRange } from '../editor/ranges';
import type { VisitingNotes } from '../notes/visitingNotes';
import { anchorLink } from '../navigation/commandLinks';

/** Makes the anchors in a Markdown editor links to the code. */
export class AnchorLinks implements vscode.DocumentLinkProvider {
  constructor(private readonly notes: VisitingNotes) {}

  async provideDocumentLinks(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
    const anchors = await this.notes.anchors(document);
    return anchors.map((anchor) => {
      const link = new vscode.DocumentLink(
        toEditorRange(anchor.range),
        vscode.Uri.parse(anchorLink(document.uri.toString(), anchor.text)),
      );
      link.tooltip = vscode.l10n.t('Go to Code');
      return link;
    });
  }
}
