import { decodeNote, tooLargeNote, type DecodedNote } from '../../core/notes/decodeNote';
import type { NoteRequest, ParsedNote } from '../../core/notes/noteRequest';
import { NoteParser } from '../../core/notes/parseNote';
import { parseOutline } from '../../core/notes/parseOutline';

/** Creates what reads any number of notes. It never throws, however broken they are. */
export function createNoteReading(parser = new NoteParser()): (request: NoteRequest) => ParsedNote {
  return ({ uri, content, isOutline }) => {
    const { text, problems } = decoded(content);
    const note = parser.read(uri, text, problems);
    return { note, ...(isOutline && { outline: parseOutline(note.text) }) };
  };
}

function decoded(content: NoteRequest['content']): DecodedNote {
  if (typeof content === 'string') return { text: content, problems: [] };
  if (content instanceof Uint8Array) return decodeNote(content);
  if (content.unreadable === 'tooLarge') return tooLargeNote();
  const start = { line: 0, character: 0 };
  return { text: '', problems: [{ code: 'note/unreadable', range: { start, end: start }, args: [content.unreadable] }] };
}
