import { Uri } from 'vscode';
import type { NoteFolder, Progress } from '../model/model';
import type { OutlinedFolder, OutlinedTrail } from './outlineNodes';

/** Returns the part of a folder of notes that the outline's tree needs. Without `parts` its notes have none. */
export function outlinedFolder(
  { uri, title, outline, outlineUri, notes, unreadable }: NoteFolder,
  parts?: { readonly progress: Progress; readonly trails: (note: string) => readonly OutlinedTrail[] },
): OutlinedFolder {
  return {
    uri: uri.toString(),
    title,
    outline,
    outlineUri: outlineUri.toString(),
    notes,
    unreadable,
    resolve: (path) => Uri.joinPath(outlineUri, '..', path).toString(),
    trails: (note) => parts?.trails(note) ?? [],
    sections: (note) => parts?.progress.ofNote(note)?.sections.map(({ section }) => section) ?? [],
  };
}
