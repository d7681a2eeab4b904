import { NoteParser } from '../../core/notes/parseNote';
import { readMentions } from '../../core/references/readMentions';
import { sectionTexts } from '../../core/search/sectionTexts';
import { lazily } from '../../core/util/lazily';
import { Rpc, type Channel } from '../../core/util/rpc';
import type { NoteHostCalls, NoteWorkerCalls } from '../../protocol/noteWorker';
import { createNoteReading } from './readNote';

/** The worker that parses notes: Markdown's and YAML's parsers are nothing that the host's thread should load or run. */
export function serveNotes(channel: Channel): void {
  const reader = lazily(() => new NoteParser());
  new Rpc<NoteHostCalls, NoteWorkerCalls>(channel, {
    parse: createNoteReading(),
    mentions: (text) => readMentions(reader(), text),
    sectionTexts: (text) => sectionTexts(reader(), text),
  });
}
