import type { Note, NotesOutline } from '../../core/notes/note';

/** Reads notes. */
export interface NoteReader {
  /** `content` as an editor or the disk has it. */
  read(uri: string, content: string | Uint8Array): Note;
  outline(readme: Note): NotesOutline;
}

/** Markdown's parser is large: it is loaded when there is something to parse. */
export async function loadNoteReader(): Promise<NoteReader> {
  const { createNoteReader } = await import('../lazy/notes');
  return createNoteReader();
}
