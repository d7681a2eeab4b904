import { withoutComments } from '../notes/htmlComments';
import type { Note, Section } from '../notes/note';
import { lazily } from '../util/lazily';
import { LineIndex } from '../util/lineIndex';
import { textDigest } from './textDigest';

/** A section that has words of its own to read. */
export interface ReadableSection {
  /** The index into the note's sections. */
  readonly index: number;
  readonly section: Section;
  /**
   * The anchors of its heading, with a number if an earlier section has the same ones, so that the id stays the same under another
   * heading and in another language. A section without any has `#` and its slug.
   */
  readonly id: string;
  /** Returns a digest of its text without white space and comments, or undefined if the text is too short to tell it from others. */
  readonly digest: () => string | undefined;
}

/** The length, in UTF-16 units, below which two sections may well say the same. */
const telling = 80;

/** Returns the sections of a note that have something to read, in order. */
export function readableSections(note: Note): readonly ReadableSection[] {
  const lines = new LineIndex(note.text);
  const text = withoutComments(note);
  const uses = new Map<string, number>();
  const subjects = new Map<number, string[]>();
  for (const { role, section, text } of note.anchors) {
    if (role === 'subject') subjects.set(section, [...(subjects.get(section) ?? []), text]);
  }
  return note.sections.flatMap((section, index): ReadableSection[] => {
    const about = subjects.get(index)?.join(' ');
    const use = about === undefined ? 0 : (uses.get(about) ?? 0) + 1;
    if (about !== undefined) uses.set(about, use);
    const [from, to] = bodyOf(note, section, lines);
    if (!/[\p{L}\p{N}]/u.test(text.slice(from, to))) return [];
    const id = about === undefined ? `#${section.slug}` : use === 1 ? about : `${about} ~${use}`;
    // A body that was kept would keep a second copy of the note's whole text.
    return [{ index, section, id, digest: lazily(() => digestOf(withoutComments(note).slice(from, to))) }];
  });
}

/** Returns the readable section of a slug, or all readable sections under it if it only holds others together. */
export function sectionsAt(note: Note, readable: readonly ReadableSection[], slug: string): readonly ReadableSection[] {
  const own = readable.filter(({ section }) => section.slug === slug);
  const root = note.sections.findIndex((section) => section.slug === slug);
  if (own.length > 0 || slug === '') return own;
  return readable.filter(({ section }) => {
    for (let up = section.parent; up >= 0; up = note.sections[up]?.parent ?? -1) if (up === root) return true;
    return false;
  });
}

/**
 * Returns where the text under the heading begins and ends, in UTF-16 units. The line that underlines a heading has no words, so it
 * may stay.
 */
function bodyOf({ bodyLine }: Note, { level, range }: Section, lines: LineIndex): [from: number, to: number] {
  const from = level === 0 ? Math.max(range.start.line, bodyLine) : range.start.line + 1;
  return [lines.startOf(from), lines.offsetAt(range.end)];
}

function digestOf(body: string): string | undefined {
  const plain = body.replace(/\s+/g, ' ').trim();
  return plain.length < telling ? undefined : textDigest(plain);
}
