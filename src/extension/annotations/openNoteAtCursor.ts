import * as vscode from 'vscode';
import type { Annotation, Model } from '../model/model';
import { pick } from '../editor/pick';
import { sayInPassing } from '../editor/sayInPassing';

interface SectionItem extends vscode.QuickPickItem {
  readonly annotation: Annotation;
}

/**
 * Shows the section about the symbol at the cursor or, where `at` is given, on the line whose number's menu was opened (1-based).
 * The reader chooses where several sections are about it.
 */
export async function openNoteAtCursor(model: Model, at: unknown): Promise<void> {
  const found = annotationsAt(model, at);
  const subjects = found.filter(({ role }) => role === 'subject');
  const candidates = distinct(subjects.length > 0 ? subjects : found);
  const chosen = candidates.length > 1 ? await choose(candidates) : candidates[0];
  if (chosen !== undefined) await model.navigation.openSection({ note: chosen.note.uri, slug: chosen.section.slug });
  else if (candidates.length === 0) sayInPassing(vscode.l10n.t('No note is about the code here.'));
}

function annotationsAt({ bindings, cursor }: Model, at: unknown): readonly Annotation[] {
  const line = lineOf(at);
  const editor = vscode.window.activeTextEditor;
  if (line === undefined) {
    const here = editor === undefined ? [] : onLine(bindings.ofFile(editor.document.uri), editor.selection.active.line);
    return here.length > 0 ? here : cursor.annotations;
  }
  return onLine(bindings.ofFile(line.uri), line.line);
}

/** Returns what is marked on the line, else what the smallest declaration around the line has. */
function onLine(annotations: readonly Annotation[], line: number): readonly Annotation[] {
  const marked = annotations.filter(({ target }) => target.range.start.line === line);
  if (marked.length > 0) return marked;
  const around = annotations.filter(
    ({ target: { symbol } }) => symbol !== undefined && symbol.range.start.line <= line && line <= symbol.range.end.line,
  );
  const sizes = around.map(({ target: { symbol } }) =>
    symbol === undefined ? Infinity : symbol.range.end.line - symbol.range.start.line,
  );
  const smallest = Math.min(...sizes);
  return around.filter((_, index) => sizes[index] === smallest);
}

function lineOf(at: unknown): { readonly line: number; readonly uri: vscode.Uri } | undefined {
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

function distinct(annotations: readonly Annotation[]): readonly Annotation[] {
  return [...new Map(annotations.map((one) => [`${one.note.uri}#${one.section.slug}`, one])).values()];
}
