import { Rpc, type Channel } from '../../core/util/rpc';
import type { NoteHostCalls, NoteWorkerCalls } from '../../protocol/noteWorker';
import { createNoteReading } from './readNote';

/** The worker that parses notes: Markdown's and YAML's parsers are nothing that the host's thread should load or run. */
export function serveNotes(channel: Channel): void {
  new Rpc<NoteHostCalls, NoteWorkerCalls>(channel, { read: createNoteReading() });
}
