import type { Note } from '../../core/notes/note';
import type { NoteFolder } from '../model/model';
import { outlinedFolder } from '../outline/outlinedFolder';
import { eachNode, outlineNodes } from '../outline/outlineNodes';

/** Returns a folder's notes in the order of its outline, then those that it does not name, each once. */
export function notesInOrder(folder: NoteFolder): readonly Note[] {
  const byUri = new Map(folder.notes.map((note) => [note.uri, note]));
  const nodes = [...eachNode(outlineNodes([outlinedFolder(folder)]))];
  const uris = nodes.flatMap((node) => (node.kind === 'note' ? [node.place.note] : []));
  return [...new Set(uris)].flatMap((uri) => byUri.get(uri) ?? []);
}
