import { join } from 'node:path';
import { localUri } from '../../../src/cli/localUri';
import type { Note } from '../../../src/core/notes/note';
import { NoteParser } from '../../../src/core/notes/parseNote';
import { vocabulary } from '../../../src/kafka/vocabulary';
import { NoteIndex } from '../../../src/core/search/noteIndex';
import { sectionTexts } from '../../../src/core/search/sectionTexts';
import { nodeFolders } from '../../../src/source/nodeFolders';
import { readLocalFile } from '../../../src/worker/localFile';
import { noLog } from '../../../src/workspace/log';
import { NoteShelves } from '../../../src/workspace/notes/noteShelves';
import { parsingHere } from '../../../src/cli/parseHere';

const reader = new NoteParser();

/** Returns the notes that ship in a language, without the outline. */
export async function shippedNotes(language: 'en' | 'zh-cn'): Promise<readonly Note[]> {
  const shelves = new NoteShelves({ folders: nodeFolders, readFile: readLocalFile, parsing: parsingHere(), log: noLog });
  await shelves.load([{ uri: localUri(join(__dirname, '..', '..', '..'), `notes/${language}`), own: false }]);
  return shelves.notes.filter(({ uri }) => !uri.endsWith('/README.md'));
}

export function indexOf(notes: readonly Note[]): NoteIndex {
  const index = new NoteIndex(vocabulary);
  for (const note of notes) takeIn(index, note);
  return index;
}

export function takeIn(index: NoteIndex, note: Note): void {
  for (const steps = index.set(note, sectionTexts(reader, note.text)); steps.next().done !== true;);
}

/** Takes all steps and returns the value at their end. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}
