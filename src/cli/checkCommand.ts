import { resolve } from 'node:path';
import { BindingIndex, type PendingSearch } from '../core/bindings/bindingIndex';
import { targetOf, type Binding, type Candidate, type Target } from '../core/bindings/binding';
import { Groups } from '../core/bindings/groups';
import { checkNote, type CheckProblem } from '../core/check/check';
import type { Position } from '../core/util/range';
import { exitCode, WrongUse, type ExitCode, type Io } from './io';
import { jsonArray } from './json';
import { candidateLine, problemMessage, stateMessage, summary, unindexedMessage, wrongUse } from './messages';
import { linkContext, readNotes } from './noteFolders';
import { isFolder, readTree, SourceReader, type SourceTree } from './sourceTree';

export interface CheckOptions {
  readonly notes: readonly string[];
  readonly source: string;
  readonly json?: true;
  readonly verbose?: true;
}

/** Says what is wrong with notes: with themselves, and with their anchors against a source tree. */
export async function checkCommand({ notes: folders, source, json, verbose }: CheckOptions, io: Io): Promise<ExitCode> {
  for (const folder of [...folders, source]) {
    if (!isFolder(resolve(io.cwd, folder))) throw new WrongUse(wrongUse.noFolder(folder));
  }
  const unreadable: string[] = [];
  const notes = await readNotes(folders, io.cwd, (path, detail) => unreadable.push(unindexedMessage(path, 'unreadable', detail)));
  io.stderr(unreadable.join(''));
  const reader = new SourceReader(io.assets);
  const tree = await readTree(resolve(io.cwd, source), reader);
  if (tree.table.files.size === 0 && tree.unreadFolders.size === 0) throw new WrongUse(wrongUse.noSource(source));
  for (const [folder, reason] of tree.unreadFolders) io.stderr(unindexedMessage(folder === '' ? source : folder, reason));

  const index = new BindingIndex(tree);
  index.setNotes(notes.map(({ note }) => note));
  await findQuotes(index, tree, reader);

  const links = linkContext(notes);
  const report = new Report();
  for (const { note, name } of notes) {
    const bindings = index.byNote(note.uri);
    report.add(name, bindings, checkNote(note, bindings, links));
  }
  if (json === true) io.stdout(report.json());
  else io.stdout(report.text(verbose === true));
  return report.problems.length === 0 && unreadable.length === 0 ? exitCode.clean : exitCode.problems;
}

async function findQuotes(index: BindingIndex, tree: SourceTree, reader: SourceReader): Promise<void> {
  const byFile = new Groups<PendingSearch>();
  for (const search of index.pending()) byFile.add(search.file, search);
  for (const file of byFile.keys()) {
    const searches = byFile.get(file);
    const places = await reader.locate(file, tree.uriOf(file), searches);
    index.answer(searches.map((search, at) => ({ search, places: places?.[at] })));
  }
}

interface NotePlace {
  readonly note: string;
  readonly line: number;
  readonly column: number;
}

class Report {
  readonly problems: (NotePlace & { readonly problem: CheckProblem })[] = [];
  private readonly anchors: (NotePlace & { readonly binding: Binding })[] = [];
  private notes = 0;

  add(note: string, bindings: readonly Binding[], problems: readonly CheckProblem[]): void {
    this.notes++;
    this.anchors.push(...bindings.map((binding) => ({ ...place(note, binding.anchor.range.start), binding })));
    this.problems.push(...problems.map((problem) => ({ ...place(note, problem.range.start), problem })));
  }

  text(verbose: boolean): string {
    const lines = verbose ? this.anchors.map((one) => `${at(one)}: ${stateMessage(one.binding)}`) : [];
    for (const one of this.problems) {
      lines.push(`${at(one)}: ${one.problem.code}: ${problemMessage(one.problem)}`, ...one.problem.candidates.map(candidateLine));
    }
    if (verbose || this.problems.length > 0) lines.push(summary(this.problems.length, this.anchors.length, this.notes));
    return lines.map((line) => `${line}\n`).join('');
  }

  json(): string {
    const anchors = this.anchors.map(({ binding, ...where }) => ({
      ...where,
      anchor: binding.anchor.text,
      ...printedState(binding),
    }));
    const problems = this.problems.map(({ problem, ...where }) => ({
      ...where,
      code: problem.code,
      message: problemMessage(problem),
    }));
    return `{\n  "anchors": ${jsonArray(anchors, '  ')},\n  "problems": ${jsonArray(problems, '  ')}\n}\n`;
  }
}

function place(note: string, { line, character }: Position): NotePlace {
  return { note, line: line + 1, column: character + 1 };
}

function at({ note, line, column }: NotePlace): string {
  return `${note}:${line}:${column}`;
}

function printedState({ anchor, result }: Binding): object {
  const target = targetOf(result);
  const written =
    anchor.parsed.ok && anchor.parsed.anchor.target.kind === 'symbol' ? anchor.parsed.anchor.target.type : undefined;
  const candidates: readonly (Candidate | Target)[] | undefined =
    result.state === 'ambiguous' ? result.targets : result.state === 'missing' ? result.candidates : undefined;
  return {
    state: result.state,
    ...(target && { target: printedTarget(target, written) }),
    ...(candidates && { candidates: candidates.map((one) => printedTarget('reason' in one ? one.target : one, written)) }),
  };
}

/** `path` is a symbol's, else the package's, else the file's with a slash in front: as in an anchor without `kafka:`. */
function printedTarget({ file, symbol, range }: Target, packageName: string | undefined): object {
  return { file, line: range.start.line + 1, path: symbol?.path ?? packageName ?? `/${file}` };
}
