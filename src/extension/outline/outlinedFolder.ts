import { Uri } from 'vscode';
import type { NoteFolder, Progress } from '../model/model';
import type { OutlinedFolder } from './outlineNodes';

/** Returns the part of a folder of notes that the outline's tree needs. Without `progress` it has no sections. */
export function outlinedFolder(
  { uri, title, outline, outlineUri, notes, unreadable }: NoteFolder,
  progress?: Progress,
): OutlinedFolder {
  return {
    uri: uri.toString(),
    title,
    outline,
    outlineUri: outlineUri.toString(),
    notes,
    unreadable,
    resolve: (path) => Uri.joinPath(outlineUri, '..', path).toString(),
    sections: (note) => progress?.ofNote(note)?.sections.map(({ section }) => section) ?? [],
  };
}
