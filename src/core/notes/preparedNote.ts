import type { ParsedNote } from './noteRequest';
import type { Note, NotesOutline } from './note';

/** A note that was parsed when the package was built. The parts that its file and its place give are left out. */
interface PreparedNote {
  /** The digest of the file that was parsed. It is the first key in the printed form. */
  readonly digest: string;
  readonly note: Omit<Note, 'uri' | 'text'>;
  readonly outline?: NotesOutline;
}

/** Prints a note in the form in which the package holds it. `digest` is that of the note's file, in hexadecimal. */
export function printPrepared({ note, outline }: ParsedNote, digest: string): string {
  return JSON.stringify({ digest, note: { ...note, uri: undefined, text: undefined }, outline });
}

/** Returns what {@link printPrepared} was given, or undefined if it was made of another file than this one. */
export function takePrepared(printed: Uint8Array, digest: string, uri: string, content: Uint8Array): ParsedNote | undefined {
  const decoder = new TextDecoder();
  const start = JSON.stringify({ digest }).slice(0, -1);
  if (decoder.decode(printed.subarray(0, start.length)) !== start) return undefined;
  const { note, outline } = JSON.parse(decoder.decode(printed)) as PreparedNote;
  return { note: { uri, text: decoder.decode(content), ...note }, ...(outline && { outline }) };
}
