import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { coverageOf, subjectsOf } from '../core/standard/coverage';
import { readStandard, type Standard } from '../core/standard/standard';
import type { Project } from '../source/project';
import type { NoteShelf } from '../workspace/notes/noteShelf';
import { CheckReport } from './checkReport';
import { exitCode, WrongUse, type ExitCode, type Io } from './io';
import { localUri } from './localUri';
import { isFolder, localWorkspace } from './localWorkspace';
import { unindexedMessage, wrongUse } from './messages';
import { notesOf, shortcomings } from './standardCheck';
import { coverageMessage } from './standardMessages';

export interface CheckOptions {
  readonly notes: readonly string[];
  readonly source: string;
  readonly json?: true;
  readonly verbose?: true;
  /** The path of a standard. */
  readonly standard?: string;
  readonly coverage?: true;
}

/** Prints what is wrong with notes, in themselves and in their anchors against a source tree. */
export async function checkCommand(options: CheckOptions, project: Project, io: Io): Promise<ExitCode> {
  const { notes, source, json, verbose, coverage } = options;
  if (coverage === true && options.standard === undefined) throw new WrongUse(wrongUse.coverageOfNothing);
  const standard = options.standard === undefined ? undefined : standardIn(resolve(io.cwd, options.standard));
  for (const folder of [...notes, source]) {
    if (!isFolder(resolve(io.cwd, folder))) throw new WrongUse(wrongUse.noFolder(folder));
  }
  // The first of several names for a folder counts.
  const names = new Map([...notes].reverse().map((folder) => [localUri(io.cwd, folder), folder]));
  const roots = [...new Set(notes.map((folder) => localUri(io.cwd, folder)))].map((uri) => ({ uri, own: true }));
  const workspace = localWorkspace(io.assets, project);
  try {
    await workspace.open({ notes: roots, trees: [{ root: localUri(io.cwd, source) }] });
    const unreadable = workspace.notes.all.flatMap(unreadableFolders);
    io.stderr(unreadable.join(''));
    await workspace.settled();
    const tree = workspace.trees.active;
    if (tree === undefined || (tree.table.files.size === 0 && tree.unreadFolders.size === 0))
      throw new WrongUse(wrongUse.noSource(source));
    for (const [folder, reason] of tree.unreadFolders) io.stderr(unindexedMessage(folder === '' ? source : folder, reason));

    const report = new CheckReport();
    const short = standard === undefined ? undefined : await shortcomings(workspace, tree, standard);
    for (const { uri } of workspace.notes.notes) {
      const shelf = workspace.notes.shelfOf(uri);
      const path = shelf?.pathOf(uri) ?? uri;
      const name = notes.length === 1 ? path : `${names.get(shelf?.uri ?? '')?.replace(/\/+$/, '') ?? ''}/${path}`;
      report.add(name, workspace.bindings.ofNote(uri), workspace.problems.ofNote(uri), short?.get(uri) ?? []);
    }
    io.stdout(json === true ? report.json() : report.text(verbose === true));
    if (standard !== undefined && coverage === true) {
      const first = notesOf(workspace, roots[0]?.uri);
      io.stdout(coverageMessage(coverageOf(standard.subjects, first), new Set(first.flatMap(subjectsOf)).size));
    }
    return report.problems.length === 0 && unreadable.length === 0 ? exitCode.clean : exitCode.problems;
  } finally {
    workspace.dispose();
  }
}

function standardIn(path: string): Standard {
  try {
    return readStandard(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new WrongUse(wrongUse.noStandard(path, error instanceof Error ? error.message : String(error)));
  }
}

function unreadableFolders({ uri, unreadable }: NoteShelf): string[] {
  const root = fileURLToPath(uri);
  return unreadable.map(({ folder, detail }) => unindexedMessage(resolve(root, folder), 'unreadable', detail));
}
