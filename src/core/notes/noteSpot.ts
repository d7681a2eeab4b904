import type { Note, NoteAnchor } from './note';

/** The words of a section that a reader is brought to. */
export type NoteSpot =
  /** The words around an anchor: its text, and its 0-based number among the note's anchors of that text that stand in no block. */
  | { readonly kind: 'anchor'; readonly anchor: string; readonly occurrence: number }
  /** Words as a reader sees them, on one line; `…` may stand at their ends. */
  | { readonly kind: 'words'; readonly words: string };

/**
 * Returns the spot of one of a note's anchors. An anchor in a heading stands for its whole section, and one in a block has no words
 * around it: these have none.
 */
export function spotOf(note: Note, anchor: NoteAnchor): NoteSpot | undefined {
  if (anchor.role === 'subject' || anchor.inBlock !== undefined) return undefined;
  const same = note.anchors.filter(({ text, inBlock }) => inBlock === undefined && text === anchor.text);
  const occurrence = same.indexOf(anchor);
  return occurrence < 0 ? undefined : { kind: 'anchor', anchor: anchor.text, occurrence };
}
