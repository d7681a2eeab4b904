import type { Note, NotesOutline } from '../../core/notes/note';

/** Reads notes. A type of its own, so that Markdown's parser is loaded only when there is something to parse. */
export interface NoteReader {
  /** `content` as an editor or the disk has it. */
  read(uri: string, content: string | Uint8Array): Note;
  outline(readme: Note): NotesOutline;
}

export async function loadNoteReader(): Promise<NoteReader> {
  const [parsing, { decodeNote }, { parseOutline }] = await Promise.all([
    import('../../core/notes/parseNote'),
    import('../../core/notes/decodeNote'),
    import('../../core/notes/parseOutline'),
  ]);
  const notes = new parsing.NoteReader();
  return {
    read: (uri, content) => {
      if (typeof content === 'string') return notes.read(uri, content);
      const { text, problems } = decodeNote(content);
      return notes.read(uri, text, problems);
    },
    outline: ({ text }) => parseOutline(text),
  };
}
