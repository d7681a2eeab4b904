import * as vscode from 'vscode';
import { Debounced, Lifetime } from '../../workspace/lifetime';
import type { Excerpt } from '../../core/excerpts/excerpt';
import type { Model } from '../model/model';
import { PreviewExcerpts } from './previewExcerpts';

/** The milliseconds of quiet after a change, so that many changes at once refresh a preview once. */
const quiet = 400;

/** Renders the Markdown preview anew when anchors of a note that it shows lead elsewhere, or the code that it shows is another. */
export class PreviewRefresh extends Lifetime {
  /** The URIs of the documents that were rendered with anchors. */
  private readonly rendered = new Set<string>();
  private readonly refreshing = this.register(
    new Debounced(quiet, () => void vscode.commands.executeCommand('markdown.preview.refresh')),
  );

  private readonly excerpts: PreviewExcerpts;

  constructor({ bindings, excerpts }: Pick<Model, 'bindings' | 'excerpts'>) {
    super();
    this.excerpts = this.register(new PreviewExcerpts(excerpts, (note, isFirst) => this.excerptsChanged(note, isFirst)));
    this.register(bindings.onDidChange((uris) => this.changed(uris)));
  }

  /** Returns the excerpt of an anchor in a document that is being rendered; undefined where it is not known yet. */
  excerpt(document: vscode.Uri, anchor: string): Excerpt | undefined {
    this.note(document);
    return this.excerpts.of(document.toString(), anchor);
  }

  /** A preview that was rendered without its code is still opening, so its tab may not be there yet. */
  private excerptsChanged(note: string, isFirst: boolean): void {
    if (isFirst) this.refreshing.request();
    else this.changed(new Set([note]));
  }

  /** An image of a document was read after the document was rendered. */
  imageRead(document: vscode.Uri): void {
    this.note(document);
    this.refreshing.request();
  }

  private changed(uris: ReadonlySet<string>): void {
    if ([...this.rendered].some((uri) => uris.has(uri)) && isPreviewOpen()) this.refreshing.request();
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
