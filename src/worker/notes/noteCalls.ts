import { NoteParser } from '../../core/notes/parseNote';
import { readMentions } from '../../core/references/readMentions';
import { sectionTexts } from '../../core/search/sectionTexts';
import { lazily } from '../../core/util/lazily';
import type { NoteWorkerCalls } from '../../protocol/noteWorker';
import { createNoteReading } from './readNote';

/** Creates what the worker of notes serves. The parser is made with the first call. */
export function createNoteCalls(): NoteWorkerCalls {
  const parser = lazily(() => new NoteParser());
  const parse = lazily(() => createNoteReading(parser()));
  return {
    parse: (request) => parse()(request),
    mentions: (text) => readMentions(parser(), text),
    sectionTexts: (text) => sectionTexts(parser(), text),
  };
}
