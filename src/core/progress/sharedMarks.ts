import { isRecord } from '../util/record';
import { readMarks } from './progressFile';
import { ReadMarks, type NoteMarks } from './readMarks';

/** Prints all marks, those of sections that are unread again too, for the other windows of this machine. */
export function printMarks(marks: ReadMarks): string {
  return JSON.stringify([...marks.notes]);
}

/** Parses what {@link printMarks} wrote. What is no mark is left out; undefined where the text is no JSON, as while it is written. */
export function parseMarks(text: string): ReadMarks | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const notes: readonly unknown[] = Array.isArray(value) ? value : [];
  return ReadMarks.gathered(
    notes.flatMap((note): NoteMarks[] => {
      if (!isRecord(note) || !isRecord(note.address)) return [];
      const { folder, path } = note.address;
      return typeof folder === 'string' && typeof path === 'string'
        ? [{ address: { folder, path }, marks: readMarks(note.marks) }]
        : [];
    }),
  );
}
