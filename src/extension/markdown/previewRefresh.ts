import * as vscode from 'vscode';
import { Debounced, Lifetime } from '../../workspace/lifetime';
import type { Bindings } from '../model/model';

/** The milliseconds of quiet after a change, so that many changes at once refresh a preview once. */
const quiet = 400;

/** Renders the Markdown preview anew when anchors of a note that it shows lead elsewhere. */
export class PreviewRefresh extends Lifetime {
  /** The URIs of the documents that were rendered with anchors. */
  private readonly rendered = new Set<string>();
  private readonly refreshing = this.register(
    new Debounced(quiet, () => void vscode.commands.executeCommand('markdown.preview.refresh')),
  );

  constructor(bindings: Bindings) {
    super();
    this.register(
      bindings.onDidChange((uris) => {
        if ([...this.rendered].some((uri) => uris.has(uri)) && isPreviewOpen()) this.refreshing.request();
      }),
    );
  }

  note(document: vscode.Uri): void {
    this.rendered.add(document.toString());
  }
}

function isPreviewOpen(): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => {
      const type = input instanceof vscode.TabInputWebview || input instanceof vscode.TabInputCustom ? input.viewType : '';
      return type.includes('markdown.preview');
    }),
  );
}
