import type { MarkdownIt } from 'markdown-it';
import type * as vscode from 'vscode';
import { Glossaries } from '../bindings/glossaries';
import type { Model } from '../model/model';
import { PreviewImages } from './previewImages';
import type { PreviewRefresh } from './previewRefresh';
import { useNoteText, type TextMeans } from './previewText';

/** What the preview knows of its documents. */
export interface PreviewMeans extends Pick<TextMeans, 'link'> {
  /** Returns the document that is rendered, if it is a note. */
  readonly noteOf: (env: unknown) => vscode.Uri | undefined;
  /** Returns the folder of notes that a note lies in. */
  readonly rootOf: (note: vscode.Uri) => vscode.Uri;
}

/** Has a preview show what notes have beside plain Markdown and anchors. It is loaded with the first preview. */
export function usePreviewOfNotes(md: MarkdownIt, model: Model, refresh: PreviewRefresh, means: PreviewMeans): void {
  const glossaries = new Glossaries(() => model.notes);
  useNoteText(md, { ...means, terms: (note) => glossaries.of(note.toString()) });
  new PreviewImages(
    (note) => refresh.note(note),
    () => refresh.missed(),
  ).use(md, means.noteOf, means.rootOf);
}
