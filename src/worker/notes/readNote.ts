import { decodeNote } from '../../core/notes/decodeNote';
import { NoteParser } from '../../core/notes/parseNote';
import { parseOutline } from '../../core/notes/parseOutline';
import type { NoteRequest, ParsedNote } from '../../core/notes/noteRequest';

/** What reads any number of notes; it never throws, however broken they are. */
export function createNoteReading(): (request: NoteRequest) => ParsedNote {
  const reader = new NoteParser();
  return ({ uri, content, isOutline }) => {
    const { text, problems } = typeof content === 'string' ? { text: content, problems: [] } : decodeNote(content);
    const note = reader.read(uri, text, problems);
    return { note, ...(isOutline && { outline: parseOutline(note.text) }) };
  };
}
