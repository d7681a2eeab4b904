import * as vscode from 'vscode';
import type { NoteAnchor } from '../../core/notes/note';
import { toEditorRange } from '../editor/ranges';

/** Returns the place of an anchor as the editor lists it, or an empty list where the editor cannot open the note. */
export function notePlace(note: string, { linkRange }: NoteAnchor): vscode.Location[] {
  const uri = vscode.Uri.parse(note);
  // The notes that ship lie on a web server when the extension does.
  return /^https?$/.test(uri.scheme) ? [] : [new vscode.Location(uri, toEditorRange(linkRange))];
}
