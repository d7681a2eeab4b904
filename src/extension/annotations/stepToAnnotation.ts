import * as vscode from 'vscode';
import type { Model } from '../model/model';
import type { Settings } from '../editor/settings';
import type { Revealer } from '../navigation/reveal';
import { markLines, speaking } from './annotationLines';
import { markedBy } from './markedBy';
import { sayInPassing } from '../editor/sayInPassing';

/**
 * Moves the cursor to the next (1) or previous (-1) annotated place of the file, around its end. It stops where the gutter has a mark,
 * but never at what notes only refer to.
 */
export function stepToAnnotation({ bindings }: Model, settings: Settings, revealer: Revealer, step: 1 | -1): void {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const shown = markedBy(settings.gutterIcons);
  const stops = new Set([...speaking].filter((role) => shown.has(role)));
  const annotations = bindings.ofFile(editor.document.uri).filter(({ role }) => stops.has(role));
  const lines = [...markLines(annotations, stops).keys()];
  const here = editor.selection.active.line;
  const line = step === 1 ? (lines.find((one) => one > here) ?? lines[0]) : (lines.findLast((one) => one < here) ?? lines.at(-1));
  if (line === undefined) {
    sayInPassing(vscode.l10n.t('No note is about this file or mentions it.'));
    return;
  }
  const character = annotations.find(({ target }) => target.range.start.line === line)?.target.range.start.character ?? 0;
  const place = editor.document.validatePosition(new vscode.Position(line, character));
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  revealer.flash(editor, new vscode.Range(place, place));
}
