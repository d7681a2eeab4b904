import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { LinkContext } from '../core/check/links';
import { decodeNote } from '../core/notes/decodeNote';
import type { Note, NoteProblem } from '../core/notes/note';
import { NoteParser } from '../core/notes/parseNote';
import { parseOutline } from '../core/notes/parseOutline';
import { readLocalFile } from '../worker/localFile';
import type { FolderEntry } from '../source/folders';
import { nodeFolders } from '../source/nodeFolders';

/** A note and how it is printed: its path from the folder given, behind that folder's name where there are several. */
export interface ParsedNote {
  readonly note: Note;
  readonly name: string;
  /** The notes folder that it lies in. */
  readonly root: string;
}

/** Deeper than any folder of notes; a bound for loops of links. */
const deepest = 32;

/** Reads all Markdown files of these folders, each once, by path. Folders that cannot be listed are told to `unreadable`. */
export async function readNotes(
  folders: readonly string[],
  cwd: string,
  unreadable: (path: string, detail: string) => void = () => undefined,
): Promise<ParsedNote[]> {
  const reader = new NoteParser();
  const notes = new Map<string, ParsedNote>();
  for (const folder of folders) {
    const root = resolve(cwd, folder);
    for (const path of await markdownFiles(root, '', 0, unreadable)) {
      const uri = pathToFileURL(join(root, path)).href;
      if (notes.has(uri)) continue;
      const name = folders.length === 1 ? path : `${folder.replace(/\/+$/, '')}/${path}`;
      notes.set(uri, { name, root, note: await readNote(uri, reader) });
    }
  }
  return [...notes.values()];
}

async function markdownFiles(
  root: string,
  folder: string,
  depth: number,
  unreadable: (path: string, detail: string) => void,
): Promise<string[]> {
  if (depth > deepest) return [];
  const found: string[] = [];
  const entries: FolderEntry[] = [];
  try {
    entries.push(...(await nodeFolders.list(pathToFileURL(join(root, folder)).href)));
  } catch (error) {
    unreadable(join(root, folder), error instanceof Error ? error.message : String(error));
  }
  for (const { name, kind, link } of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (name.startsWith('.') || name === 'node_modules') continue;
    if (kind === 'file' && /\.(?:md|markdown)$/i.test(name)) found.push(path);
    // A link to a folder may lead into a loop, and what it leads to has its own place.
    else if (kind === 'folder' && !link) found.push(...(await markdownFiles(root, path, depth + 1, unreadable)));
  }
  return found;
}

async function readNote(uri: string, reader: NoteParser): Promise<Note> {
  try {
    const { text, problems } = decodeNote(await readLocalFile(uri));
    return reader.read(uri, text, problems);
  } catch (error) {
    const start = { line: 0, character: 0 };
    const reason = error instanceof Error ? error.message : String(error);
    const problem: NoteProblem = { code: 'note/unreadable', range: { start, end: start }, args: [reason] };
    return reader.read(uri, '', [problem]);
  }
}

/** Where links lead on this disk. */
export function linkContext(notes: readonly ParsedNote[]): LinkContext {
  const byUri = new Map(notes.map((one) => [one.note.uri, one]));
  return {
    resolve: (note, path) => {
      try {
        const root = path.startsWith('/') ? byUri.get(note)?.root : undefined;
        const base = root === undefined ? note : pathToFileURL(join(root, '/')).href;
        const file = fileURLToPath(new URL(root === undefined ? path : `.${path}`, base));
        return existsSync(file) ? pathToFileURL(file).href : undefined;
      } catch {
        // No such URL: a broken percent-encoding, or a slash that is encoded.
        return undefined;
      }
    },
    note: (uri) => byUri.get(uri)?.note,
    outline: (uri) => {
      const one = byUri.get(uri);
      return one !== undefined && uri === pathToFileURL(join(one.root, 'README.md')).href
        ? parseOutline(one.note.text)
        : undefined;
    },
  };
}
