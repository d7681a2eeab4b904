import type { UnindexedReason } from '../symbols/symbol';
import type { Note, NotesOutline } from './note';

/** The content of a note whose file cannot be read: the reason. */
export interface UnreadableNote {
  readonly unreadable: UnindexedReason;
}

/** A note to read: its text where an editor holds it, else the bytes of its file. */
export interface NoteRequest {
  readonly uri: string;
  readonly content: string | Uint8Array | UnreadableNote;
  /** Whether the note is a folder's README.md, whose list of chapters is wanted too. */
  readonly isOutline: boolean;
}

export interface ParsedNote {
  readonly note: Note;
  readonly outline?: NotesOutline;
}
