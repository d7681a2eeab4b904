import { Uri } from 'vscode';
import type { NoteAddress } from '../../core/progress/readMarks';
import type { NoteFolder, NoteLibrary } from '../model/model';
import { pathsBelow } from '../../source/pathsBelow';

/** Returns the address of a note: its path in its folder, without the place of the folder. */
export function addressOf(notes: NoteLibrary, uri: string): NoteAddress | undefined {
  const folder = notes.folderOf(uri);
  const path = folder === undefined ? undefined : pathsBelow(folder.uri.toString())(uri);
  return folder === undefined || path === undefined ? undefined : { folder: nameOf(folder), path };
}

/** Returns the URI of the note at an address, or undefined where there is none any more. */
export function noteAt(notes: NoteLibrary, { folder, path }: NoteAddress): string | undefined {
  for (const one of notes.folders) {
    const uri = nameOf(one) === folder ? Uri.joinPath(one.uri, path).toString() : undefined;
    if (uri !== undefined && notes.note(uri) !== undefined) return uri;
  }
  return undefined;
}

function nameOf({ own, title }: NoteFolder): string {
  return own ? `own/${title}` : 'shipped';
}
