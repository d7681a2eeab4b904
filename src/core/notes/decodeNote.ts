import { LineIndex } from '../util/lineIndex';
import type { NoteProblem } from './note';
import { longestNote } from './parseNote';

/** The text of a file's bytes, and what is wrong with them. There is always a text: bytes that are not UTF-8 show as U+FFFD. */
export interface DecodedNote {
  readonly text: string;
  readonly problems: readonly NoteProblem[];
}

/** The greatest size, in bytes, of a file that is read. */
export const largestNoteFile = 3 * longestNote;

/** Decodes a note's file. A byte order mark is not part of its text. */
export function decodeNote(bytes: Uint8Array): DecodedNote {
  if (bytes.length > largestNoteFile) return tooLargeNote();
  const text = new TextDecoder().decode(bytes);
  const wrong = firstInvalid(bytes);
  if (wrong === undefined) return { text, problems: [] };
  const before = new TextDecoder().decode(bytes.subarray(0, wrong)).length;
  const byte = (bytes[wrong] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return { text, problems: [{ code: 'note/notUtf8', range: new LineIndex(text).range(before, before + 1), args: [byte] }] };
}

/** Returns the result for a file that is too large to be read. */
export function tooLargeNote(): DecodedNote {
  const start = { line: 0, character: 0 };
  return { text: '', problems: [{ code: 'note/tooLarge', range: { start, end: start }, args: [String(longestNote)] }] };
}

/**
 * Returns the offset of the first byte that is not UTF-8. Half of a surrogate pair, an overlong form and a character above
 * U+10FFFF are not UTF-8 either.
 */
function firstInvalid(bytes: Uint8Array): number | undefined {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceAt(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return undefined;
}

function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let next = 1; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  const isOutside =
    (first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f) || (first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f);
  return isOutside ? 0 : length;
}
