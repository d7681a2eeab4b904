import { decodeNote } from '../../core/notes/decodeNote';
import { NoteReader as MarkdownReader } from '../../core/notes/parseNote';
import { parseOutline } from '../../core/notes/parseOutline';
import type { NoteReader } from '../model/noteReader';

export function createNoteReader(): NoteReader {
  const notes = new MarkdownReader();
  return {
    read: (uri, content) => {
      if (typeof content === 'string') return notes.read(uri, content);
      const { text, problems } = decodeNote(content);
      return notes.read(uri, text, problems);
    },
    outline: ({ text }) => parseOutline(text),
  };
}
