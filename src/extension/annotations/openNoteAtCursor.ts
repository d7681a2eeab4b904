import * as vscode from 'vscode';
import type { Annotation, Model } from '../model/model';
import { sectionPlace } from '../bindings/sectionPlace';
import { distinct } from '../hovers/annotationText';
import { pick } from '../editor/pick';
import { sayInPassing } from '../editor/sayInPassing';

interface SectionItem extends vscode.QuickPickItem {
  readonly annotation: Annotation;
}

/**
 * Shows the section about the code at the cursor or, where `at` is given, on the line whose number's menu was opened (1-based).
 * The reader chooses where several sections are about it.
 */
export async function openNoteAtCursor(model: Model, at: unknown): Promise<void> {
  const found = annotationsAt(model, at);
  const strongest = (['subject', 'mention', 'reference'] as const).find((role) => found.some((one) => one.role === role));
  const candidates = distinct(found.filter(({ role }) => role === strongest));
  const chosen = candidates.length > 1 ? await choose(candidates) : candidates[0];
  if (chosen !== undefined) await model.navigation.openSection(sectionPlace(chosen));
  else if (candidates.length === 0) sayInPassing(vscode.l10n.t('No note is about the code here.'));
}

/** Returns what is marked on the line, else what the innermost code there has, else what is said of the type around it. */
function annotationsAt({ bindings }: Model, at: unknown): readonly Annotation[] {
  const editor = vscode.window.activeTextEditor;
  const place = placeOf(at) ?? (editor && { uri: editor.document.uri, line: editor.selection.active.line });
  if (place === undefined) return [];
  const onLine = bindings.ofFile(place.uri).filter(({ target }) => target.range.start.line === place.line);
  const marked = onLine.filter(({ role }) => role !== 'reference');
  if (marked.length > 0) return marked;
  const { place: innermost, around } = bindings.at(place.uri, { line: place.line, character: indentOf(place) });
  return innermost?.annotations ?? (onLine.length > 0 ? onLine : (around?.annotations ?? []));
}

interface Line {
  readonly uri: vscode.Uri;
  /** 0-based. */
  readonly line: number;
}

/** Returns the place at which the words of a line begin. */
function indentOf({ uri, line }: Line): number {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  return document === undefined || line >= document.lineCount ? 0 : document.lineAt(line).firstNonWhitespaceCharacterIndex;
}

function placeOf(at: unknown): Line | undefined {
  if (typeof at !== 'object' || at === null || !('lineNumber' in at) || !('uri' in at)) return undefined;
  const { lineNumber, uri } = at;
  return typeof lineNumber === 'number' && uri instanceof vscode.Uri ? { line: lineNumber - 1, uri } : undefined;
}

async function choose(annotations: readonly Annotation[]): Promise<Annotation | undefined> {
  const items = annotations.map((annotation): SectionItem => ({
    label: annotation.section.title || annotation.note.title,
    description: annotation.note.title,
    annotation,
  }));
  const title = vscode.l10n.t('Several notes are about this');
  return (await pick(items, { title, matchOnDescription: true }))?.annotation;
}
