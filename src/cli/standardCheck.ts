import { difference } from '../core/standard/alike';
import { wrongDefaults } from '../core/standard/defaults';
import { unknownNames } from '../core/standard/names';
import { shapeProblems, wordingProblems } from '../core/standard/shape';
import { SourceWords } from '../core/standard/sourceWords';
import { beginning, type Standard, type StandardProblem } from '../core/standard/standard';
import type { Note } from '../core/notes/note';
import type { Setting } from '../core/settings/setting';
import { findSettings, settingFiles } from '../core/settings/settings';
import { childUri, nameOf } from '../source/folders';
import { readLocalFile } from '../worker/localFile';
import type { IndexedTree } from '../workspace/indexing/indexedTree';
import type { NoteShelf } from '../workspace/notes/noteShelf';
import type { Workspace } from '../workspace/workspace';

/** Returns what the notes of a workspace lack of a standard, by their URIs. The folders hold the same notes in several languages. */
export async function shortcomings(
  workspace: Workspace,
  tree: IndexedTree,
  standard: Standard,
): Promise<ReadonlyMap<string, readonly StandardProblem[]>> {
  const texts = await textsOf(tree);
  const words = new SourceWords();
  for (const text of texts.values()) words.add(text);
  const settings = await settingsOf(tree, texts);
  const found = new Map<string, readonly StandardProblem[]>();
  const [first, ...others] = workspace.notes.all;
  for (const shelf of workspace.notes.all) {
    for (const note of notesOf(workspace, shelf.uri)) {
      const path = shelf.pathOf(note.uri) ?? '';
      const isFree = standard.free.includes(path);
      found.set(note.uri, [
        ...unknownNames(note, words, standard),
        ...(await wrongDefaults(note, settings, standard.later)),
        ...wordingProblems(note, standard),
        ...(isFree ? [] : shapeProblems(note, standard, shelf === first)),
        ...(shelf === first ? others.flatMap((other) => unlike(note, path, other, workspace)) : []),
      ]);
    }
  }
  return found;
}

/** Returns the notes of a folder, in the order of their paths. */
export function notesOf(workspace: Workspace, folder: string | undefined): Note[] {
  const { notes } = workspace;
  return notes.notes.filter(({ uri }) => notes.shelfOf(uri)?.uri === folder);
}

function unlike(note: Note, path: string, other: NoteShelf, workspace: Workspace): StandardProblem[] {
  const twin = notesOf(workspace, other.uri).find(({ uri }) => other.pathOf(uri) === path);
  if (twin === undefined) return [{ range: beginning, code: 'standard/alike', args: ['note', nameOf(other.uri)] }];
  const found = difference(note, twin);
  return found === undefined ? [] : [found];
}

async function textsOf(tree: IndexedTree): Promise<ReadonlyMap<string, string>> {
  const decoder = new TextDecoder();
  const texts = new Map<string, string>();
  for (const file of tree.table.files) {
    const bytes = await readLocalFile(childUri(tree.root, file)).catch(() => undefined);
    if (bytes !== undefined) texts.set(file, decoder.decode(bytes));
  }
  return texts;
}

async function settingsOf(
  { table }: IndexedTree,
  texts: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, readonly Setting[]>> {
  const textOf = (file: string): Promise<string | undefined> => Promise.resolve(texts.get(file));
  const settings = new Map<string, Setting[]>();
  for (const setting of await findSettings(undefined, settingFiles(table, []), {
    table,
    textOf,
    pause: () => Promise.resolve(),
  })) {
    settings.set(setting.name, [...(settings.get(setting.name) ?? []), setting]);
  }
  return settings;
}
