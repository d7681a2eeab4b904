import { createNoteCalls } from '../worker/notes/noteCalls';
import type { NoteParsing } from '../workspace/notes/noteParsing';

/** Creates a parser of notes that runs in the thread that asks. It loads the parsers of Markdown and YAML. */
export function parsingHere(): NoteParsing {
  const calls = createNoteCalls();
  return {
    read: (request) => Promise.resolve(calls.parse(request)),
    mentions: ({ text }) => Promise.resolve(calls.mentions(text)),
    sectionTexts: ({ text }) => Promise.resolve(calls.sectionTexts(text)),
    quote: (_, request) => Promise.resolve(calls.quote(request)),
  };
}
