import type { NoteRequest, ParsedNote } from '../core/notes/noteRequest';
import type { Quotation, QuotationRequest } from '../core/notes/quote/quotation';
import type { Mention } from '../core/references/mention';

/** The calls of the host to the worker that parses notes. */
export interface NoteWorkerCalls {
  /** Parses a note. It never rejects, however broken the note is. */
  parse(request: NoteRequest): ParsedNote;
  /** Returns what a note with this text says around each of its anchors, in their order. */
  mentions(text: string): readonly Mention[];
  /** Returns the words of each section of a note with this text. */
  sectionTexts(text: string): readonly string[];
  /** Returns a passage of a note as Markdown for the editor's own renderer. */
  quote(request: QuotationRequest): Quotation;
}

/** This worker asks the host for nothing. */
export type NoteHostCalls = object;
