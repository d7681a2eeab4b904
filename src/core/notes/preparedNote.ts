import { LineIndex } from '../util/lineIndex';
import type { Anchor } from './anchor';
import type { ParsedNote } from './noteRequest';
import type { Note, NoteAnchor, NotesOutline } from './note';
import { anchorScheme } from './scheme';

/** A note that was parsed when the package was built. The parts that its file and its place give are left out. */
interface PreparedNote {
  /** The digest of the file that was parsed. It is the first key in the printed form. */
  readonly digest: string;
  readonly note: Omit<Note, 'uri' | 'text' | 'anchors'> & { readonly anchors: readonly PreparedAnchor[] };
  readonly outline?: NotesOutline;
}

/** An anchor without its text, where the note's own text has it. */
type PreparedAnchor = Omit<NoteAnchor, 'text' | 'parsed'> & {
  readonly text?: string;
  readonly parsed: { readonly ok: true; readonly anchor: Omit<Anchor, 'text'> } | Extract<NoteAnchor['parsed'], { readonly ok: false }>;
};

/** Prints a note in the form in which the package holds it. `digest` is that of the note's file, in hexadecimal. */
export function printPrepared({ note, outline }: ParsedNote, digest: string): string {
  const written = new WrittenAnchors(note.text);
  const anchors = note.anchors.map((anchor) => {
    const { text, parsed } = anchor;
    return {
      ...anchor,
      // What is undefined is not printed.
      text: written.at(anchor) === text ? undefined : text,
      parsed: parsed.ok ? { ok: true, anchor: { ...parsed.anchor, text: undefined } } : parsed,
    };
  });
  return JSON.stringify({ digest, note: { ...note, uri: undefined, text: undefined, anchors }, outline });
}

/** Returns what {@link printPrepared} was given, or undefined if it was made of another file than this one. */
export function takePrepared(printed: Uint8Array, digest: string, uri: string, content: Uint8Array): ParsedNote | undefined {
  const decoder = new TextDecoder();
  const start = JSON.stringify({ digest }).slice(0, -1);
  if (decoder.decode(printed.subarray(0, start.length)) !== start) return undefined;
  const { note, outline } = JSON.parse(decoder.decode(printed)) as PreparedNote;
  const noteText = decoder.decode(content);
  const written = new WrittenAnchors(noteText);
  const anchors = note.anchors.map((anchor): NoteAnchor => {
    const { text = written.at(anchor), parsed } = anchor;
    return { ...anchor, text, parsed: parsed.ok ? { ok: true, anchor: { text, ...parsed.anchor } } : parsed };
  });
  return { note: { uri, text: noteText, ...note, anchors }, ...(outline && { outline }) };
}

/** The texts of anchors as a note has them. */
class WrittenAnchors {
  private readonly lines: LineIndex;

  constructor(private readonly text: string) {
    this.lines = new LineIndex(text);
  }

  /** Returns the text at an anchor's place, with the scheme that an author may leave out in a fence. */
  at({ range }: Pick<NoteAnchor, 'range'>): string {
    const { lines } = this;
    const written = this.text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
    return written.startsWith(anchorScheme) ? written : anchorScheme + written;
  }
}
