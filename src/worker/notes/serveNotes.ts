import { decodeNote } from '../../core/notes/decodeNote';
import { parseOutline } from '../../core/notes/parseOutline';
import { NoteReader } from '../../core/notes/parseNote';
import { Rpc, type Channel } from '../../core/util/rpc';
import type { NoteHostCalls, NoteRequest, NoteWorkerCalls, ReadNote } from '../../protocol/noteWorker';

/** The worker that parses notes: Markdown's and YAML's parsers are nothing that the host's thread should load or run. */
export function serveNotes(channel: Channel): void {
  const reader = new NoteReader();
  const read = ({ uri, content, isOutline }: NoteRequest): ReadNote => {
    const { text, problems } = typeof content === 'string' ? { text: content, problems: [] } : decodeNote(content);
    const note = reader.read(uri, text, problems);
    return { note, ...(isOutline && { outline: parseOutline(note.text) }) };
  };
  new Rpc<NoteHostCalls, NoteWorkerCalls>(channel, { read });
}
