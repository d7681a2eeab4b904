import * as vscode from 'vscode';
import type { Model } from '../model/model';
import type { Revealer } from '../navigation/reveal';
import { markLines } from './annotationLines';
import { sayInPassing } from '../editor/sayInPassing';

/** Moves the cursor to the next (1) or previous (-1) annotated place of the file, around its end. */
export function stepToAnnotation({ bindings }: Model, revealer: Revealer, step: 1 | -1): void {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const annotations = bindings.ofFile(editor.document.uri);
  const lines = [...markLines(annotations).keys()];
  const here = editor.selection.active.line;
  const line = step === 1 ? (lines.find((one) => one > here) ?? lines[0]) : (lines.findLast((one) => one < here) ?? lines.at(-1));
  if (line === undefined) {
    sayInPassing(vscode.l10n.t('No note points into this file.'));
    return;
  }
  const character = annotations.find(({ target }) => target.range.start.line === line)?.target.range.start.character ?? 0;
  const place = editor.document.validatePosition(new vscode.Position(line, character));
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  revealer.flash(editor, new vscode.Range(place, place));
}
