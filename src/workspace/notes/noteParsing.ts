import type { Note } from '../../core/notes/note';
import type { NoteRequest, ParsedNote } from '../../core/notes/noteRequest';
import type { Quotation, QuotationRequest } from '../../core/notes/quote/quotation';
import type { Mention } from '../../core/references/mention';

/** Parses notes: in a worker of its own, or in the thread that asks. */
export interface NoteParsing {
  /** Resolves to a note, however broken it is; to undefined only where the parser died of it. */
  read(request: NoteRequest): Promise<ParsedNote | undefined>;
  /** Resolves to what a note says around each of its anchors, in their order; to undefined where the parser died of it. */
  mentions(note: Note): Promise<readonly Mention[] | undefined>;
  /** Resolves to the words of each section of a note; to undefined where the parser died of it. */
  sectionTexts(note: Note): Promise<readonly string[] | undefined>;
  /** Resolves to a passage of a note as Markdown for the editor's own renderer; to undefined where the parser died of it. */
  quote(note: Note, request: QuotationRequest): Promise<Quotation | undefined>;
}
