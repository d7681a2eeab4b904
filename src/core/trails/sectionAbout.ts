import type { Note, NoteAnchor } from '../notes/note';

/**
 * Returns the index of the section that is about an anchor's code, other than the one at `without`; undefined where there is none. The
 * innermost place wins: a heading that quotes the same statement, else one that names the same symbol. A heading that quotes
 * another statement of the symbol is about that one, and one that names the class is not about a method.
 *
 * Anchors are compared as written and not as bound, so that a step shows the same text whatever source is open.
 */
export function sectionAbout(note: Note, anchor: NoteAnchor, without: number): number | undefined {
  const subjects = note.anchors.filter(({ role, section }) => role === 'subject' && section !== without);
  const [exact, symbol] = [meaningOf(anchor), targetKey(anchor)];
  const found =
    subjects.find((one) => meaningOf(one) === exact) ??
    subjects.find((one) => one.parsed.ok && one.parsed.anchor.fragment === undefined && targetKey(one) === symbol);
  return found?.section;
}

/** Returns a key that is the same for two spellings of one anchor, such as different percent-encodings. */
export function meaningOf({ text, parsed }: Pick<NoteAnchor, 'text' | 'parsed'>): string {
  if (!parsed.ok) return text;
  const { target, fragment } = parsed.anchor;
  return JSON.stringify([target, fragment]);
}

/** Returns a key of the symbol or file that an anchor names, whatever it quotes of it. */
export function targetKey({ text, parsed }: Pick<NoteAnchor, 'text' | 'parsed'>): string {
  return parsed.ok ? JSON.stringify(parsed.anchor.target) : text;
}
