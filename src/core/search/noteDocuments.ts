import type { Note } from '../notes/note';

/** A note, or one of its sections, as a document that can be found. */
export interface NoteDocument {
  /** An id that is unique among all notes. */
  readonly id: string;
  /** The URI of the note. */
  readonly note: string;
  /** The section's slug; undefined for the note itself. */
  readonly slug: string | undefined;
  /** The heading, or the note's title. */
  readonly title: string;
  /** The titles above it: the note's, then those of the sections around it. */
  readonly above: readonly string[];
  readonly text: string;
  /** Whether it is a glossary, or a part of one, which explains in a sentence what other notes explain at length. */
  readonly isGlossary: boolean;
}

/**
 * Returns the documents of a note: the note itself, with its summary and the text before its second heading, then its sections
 * that have a heading. `texts` are the words of each section.
 */
export function* noteDocuments(note: Note, texts: readonly string[]): Generator<NoteDocument> {
  const isGlossary = note.glossary !== undefined;
  const first = note.sections.findIndex(({ level }) => level === 1);
  const opening = texts.filter((_, index) => index === 0 || index === first);
  yield {
    id: note.uri,
    note: note.uri,
    slug: undefined,
    title: note.title,
    above: [],
    text: [note.summary ?? '', ...opening].filter((one) => one !== '').join(' '),
    isGlossary,
  };
  for (const [index, section] of note.sections.entries()) {
    const { level, title, slug, parent } = section;
    if (level === 0 || title === '' || index === first) continue;
    const above = titlesAbove(note, parent).filter((one) => one !== note.title);
    const place = { note: note.uri, slug, title, above: [note.title, ...above], isGlossary };
    yield { id: `${note.uri}#${slug}`, ...place, text: texts[index] ?? '' };
  }
}

function titlesAbove(note: Note, index: number): string[] {
  const section = note.sections[index];
  return section === undefined || section.level <= 1 ? [] : [...titlesAbove(note, section.parent), section.title];
}
