import type { Note, NotesOutline } from './note';

/** A note to read: its text where an editor holds it, else the bytes of its file. */
export interface NoteRequest {
  readonly uri: string;
  readonly content: string | Uint8Array;
  /** Whether it is a folder's README.md, whose list of chapters is wanted too. */
  readonly isOutline: boolean;
}

export interface ParsedNote {
  readonly note: Note;
  readonly outline?: NotesOutline;
}
