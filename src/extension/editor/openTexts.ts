import * as vscode from 'vscode';
import type { OpenSource, SourceRequest } from '../../core/symbols/sourceRequest';

/** Returns the documents whose text in the editor differs from the disk's, by their URI. */
export function unsavedDocuments(): ReadonlyMap<string, vscode.TextDocument> {
  const unsaved = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
  return new Map(unsaved.map((document) => [document.uri.toString(), document]));
}

/** A file of a tree as an editor holds it. */
export function openSource(document: vscode.TextDocument, file: string): OpenSource {
  return { file, uri: document.uri.toString(), text: document.getText() };
}

/** Returns the request for a file of a tree, with its text if that is unsaved. */
export function sourceRequest(uri: vscode.Uri, file: string, unsaved = unsavedDocuments()): SourceRequest {
  const open = unsaved.get(uri.toString());
  return open === undefined ? { file, uri: uri.toString() } : openSource(open, file);
}
