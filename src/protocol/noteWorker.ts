import type { Note, NotesOutline } from '../core/notes/note';
import type { Mention } from '../core/references/mention';

/** A note to read: its text where an editor holds it, else the bytes of its file. */
export interface NoteRequest {
  readonly uri: string;
  readonly content: string | Uint8Array;
  /** Whether it is a folder's README.md, whose list of chapters is wanted too. */
  readonly isOutline: boolean;
}

export interface ReadNote {
  readonly note: Note;
  readonly outline?: NotesOutline;
}

/** What the host asks of the worker that parses notes. */
export interface NoteWorkerCalls {
  /** Never rejects, however broken the note. */
  read(request: NoteRequest): ReadNote;
  /** What a note with this text says around each of its anchors, in their order. */
  mentions(text: string): readonly Mention[];
  /** The words of each section of a note with this text. */
  sectionTexts(text: string): readonly string[];
}

/** It asks the host for nothing. */
export type NoteHostCalls = object;
