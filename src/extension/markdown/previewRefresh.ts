import * as vscode from 'vscode';
import { Debounced, Lifetime } from '../../workspace/lifetime';
import type { Excerpt } from '../../core/excerpts/excerpt';
import type { Model } from '../model/model';
import { PreviewExcerpts } from './previewExcerpts';

/** The milliseconds of quiet after a change, so that many changes at once refresh a preview once. */
const quiet = 400;
/** The milliseconds in which a preview that was refreshed renders, and how often it is asked again: one that is just opening may not hear it. */
const patience = 2000;
const mostTries = 5;

/** Renders the Markdown preview anew when anchors of a note that it shows lead elsewhere, or the code that it shows is another. */
export class PreviewRefresh extends Lifetime {
  /** The URIs of the documents that were rendered with anchors. */
  private readonly rendered = new Set<string>();
  /** The number of times that something asked for what it shows while it was rendered, and that number when a preview was last refreshed. */
  private asked = 0;
  private askedBefore = 0;
  private tries = 0;
  private readonly refreshing = this.register(new Debounced(quiet, () => this.refresh(mostTries)));
  private readonly again = this.register(
    new Debounced(patience, () => {
      if (this.asked === this.askedBefore && this.tries > 0) this.refresh(this.tries - 1);
    }),
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

  /** Something is there now that documents may have been rendered without. */
  missed(): void {
    this.refreshing.request();
  }

  private refresh(tries: number): void {
    this.tries = tries;
    this.askedBefore = this.asked;
    void vscode.commands.executeCommand('markdown.preview.refresh');
    this.again.request();
  }

  private changed(uris: ReadonlySet<string>): void {
    if ([...this.rendered].some((uri) => uris.has(uri)) && isPreviewOpen()) this.refreshing.request();
  }

  /** A document is being rendered. */
  note(document: vscode.Uri): void {
    this.asked++;
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
