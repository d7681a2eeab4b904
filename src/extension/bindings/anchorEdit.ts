import * as vscode from 'vscode';
import { canonicalTarget } from '../../core/bindings/anchorOf';
import type { Target } from '../../core/bindings/binding';
import type { Note, NoteAnchor } from '../../core/notes/note';
import { printAnchor } from '../../core/notes/printAnchor';
import { toEditorRange } from '../editor/ranges';

/**
 * Returns the edit that makes a note's anchors of one text lead to a target, with what they quote of it; undefined where one of them
 * does not stand in the document as it was parsed: it was written with escapes, or the note has changed since.
 */
export function anchorEdit(
  document: vscode.TextDocument,
  { anchors }: Note,
  text: string,
  target: Target,
): vscode.WorkspaceEdit | undefined {
  const edit = new vscode.WorkspaceEdit();
  const done = new Set<string>();
  for (const anchor of anchors.filter((one) => one.text === text)) {
    const range = toEditorRange(anchor.range);
    // The links of one definition share its destination.
    const place = `${range.start.line}:${range.start.character}`;
    if (done.has(place)) continue;
    done.add(place);
    const written = document.getText(range);
    if (written === '' || !text.endsWith(written)) return undefined;
    edit.replace(document.uri, range, newText(anchor, target));
  }
  return done.size === 0 ? undefined : edit;
}

function newText({ parsed }: NoteAnchor, { file, symbol }: Target): string {
  const fragment = parsed.ok ? parsed.anchor.fragment : undefined;
  return printAnchor(symbol === undefined ? { kind: 'file', file } : canonicalTarget(symbol), fragment);
}
