import { createMarkdown } from '../../core/notes/markdown';
import { NoteParser } from '../../core/notes/parseNote';
import { quoteMarkdown } from '../../core/notes/quote/quoteMarkdown';
import { findMentions } from '../../core/references/findMentions';
import { sectionTexts } from '../../core/search/sectionTexts';
import { lazily } from '../../core/util/lazily';
import type { NoteWorkerCalls } from '../../protocol/noteWorker';
import { createNoteReading } from './readNote';

/** Creates what the worker of notes serves. The parser is made with the first call. */
export function createNoteCalls(): NoteWorkerCalls {
  const parser = lazily(() => new NoteParser());
  const markdown = lazily(createMarkdown);
  const parse = lazily(() => createNoteReading(parser()));
  return {
    parse: (request) => parse()(request),
    mentions: (text) => findMentions(parser(), text),
    sectionTexts: (text) => sectionTexts(parser(), text),
    quote: (request) => quoteMarkdown(request, markdown()),
  };
}
