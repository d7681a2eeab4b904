import { withoutComments } from '../notes/htmlComments';
import type { Note, Section } from '../notes/note';
import { lazily } from '../util/lazily';
import { LineIndex } from '../util/lineIndex';
import { textDigest } from './textDigest';

/** A section that has words of its own to read. */
export interface ReadableSection {
  /** Index into the note's sections. */
  readonly index: number;
  readonly section: Section;
  /**
   * What it is about: the anchors of its heading, with a number where an earlier section is about the same; so it stays the same
   * under another heading and in another language. Without any: `#` and the slug.
   */
  readonly id: string;
  /** Of its text, white space apart, to know it again elsewhere; undefined where that is too short to tell it from another. */
  readonly digest: () => string | undefined;
}

/** UTF-16 units of text below which two sections may well say the same. */
const telling = 80;

/** The sections of a note that count as something to read, in order. */
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
    const body = bodyOf(text, note, section, lines);
    if (!/[\p{L}\p{N}]/u.test(body)) return [];
    const id = about === undefined ? `#${section.slug}` : use === 1 ? about : `${about} ~${use}`;
    return [{ index, section, id, digest: lazily(() => digestOf(body)) }];
  });
}

/** The readable section of that slug; of one that only holds others together, all that stand under it. */
export function sectionsAt(note: Note, readable: readonly ReadableSection[], slug: string): readonly ReadableSection[] {
  const own = readable.filter(({ section }) => section.slug === slug);
  const root = note.sections.findIndex((section) => section.slug === slug);
  if (own.length > 0 || slug === '') return own;
  return readable.filter(({ section }) => {
    for (let up = section.parent; up >= 0; up = note.sections[up]?.parent ?? -1) if (up === root) return true;
    return false;
  });
}

/** What stands under the heading; the line under a heading that is underlined has no words. */
function bodyOf(text: string, { bodyLine }: Note, { level, range }: Section, lines: LineIndex): string {
  const from = level === 0 ? Math.max(range.start.line, bodyLine) : range.start.line + 1;
  return text.slice(lines.startOf(from), lines.offsetAt(range.end));
}

function digestOf(body: string): string | undefined {
  const plain = body.replace(/\s+/g, ' ').trim();
  return plain.length < telling ? undefined : textDigest(plain);
}
