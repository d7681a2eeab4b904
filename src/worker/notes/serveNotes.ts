import { Rpc, type Channel } from '../../core/util/rpc';
import type { NoteHostCalls, NoteWorkerCalls } from '../../protocol/noteWorker';
import { createNoteCalls } from './noteCalls';

/** Serves the parsing of notes to the host, whose thread should neither load nor run the parsers of Markdown and YAML. */
export function serveNotes(channel: Channel): void {
  new Rpc<NoteHostCalls, NoteWorkerCalls>(channel, createNoteCalls());
}
