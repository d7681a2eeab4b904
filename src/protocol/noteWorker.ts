import type { NoteRequest, ParsedNote } from '../core/notes/noteRequest';
import type { Mention } from '../core/references/mention';

/** What the host asks of the worker that parses notes. */
export interface NoteWorkerCalls {
  /** Never rejects, however broken the note. */
  parse(request: NoteRequest): ParsedNote;
  /** What a note with this text says around each of its anchors, in their order. */
  mentions(text: string): readonly Mention[];
  /** The words of each section of a note with this text. */
  sectionTexts(text: string): readonly string[];
}

/** It asks the host for nothing. */
export type NoteHostCalls = object;
