import { join } from 'node:path';
import { readNotes } from '../../../src/cli/noteFolders';
import type { Note } from '../../../src/core/notes/note';
import { NoteParser } from '../../../src/core/notes/parseNote';
import { NoteIndex } from '../../../src/core/search/noteIndex';
import { sectionTexts } from '../../../src/core/search/sectionTexts';

const reader = new NoteParser();

/** The notes that ship in a language, without the outline. */
export async function shippedNotes(language: 'en' | 'zh-cn'): Promise<readonly Note[]> {
  const read = await readNotes([join(__dirname, '..', '..', '..', 'notes', language)], '/');
  return read.map(({ note }) => note).filter(({ uri }) => !uri.endsWith('/README.md'));
}

export function indexOf(notes: readonly Note[]): NoteIndex {
  const index = new NoteIndex();
  for (const note of notes) takeIn(index, note);
  return index;
}

export function takeIn(index: NoteIndex, note: Note): void {
  for (const steps = index.set(note, sectionTexts(reader, note.text)); steps.next().done !== true;);
}

/** The value at the end of some steps. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}
