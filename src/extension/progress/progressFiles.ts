import * as vscode from 'vscode';
import { parseProgress, printProgress, type ProgressError } from '../../core/progress/progressFile';
import type { ReadMarks } from '../../core/progress/readMarks';
import { showError, showInformation } from '../editor/messages';
import type { FolderDialogs } from '../editor/folderDialogs';
import { sayInPassing } from '../editor/sayInPassing';
import type { ProgressModel } from './progressModel';

const fileName = 'kafka-notes-progress.json';

/** The most bytes that one of our files has; larger files are not ours. */
const largest = 20_000_000;

/** Writes the progress into a file of the reader's choice. */
export async function exportProgress(progress: ProgressModel, dialogs: FolderDialogs): Promise<void> {
  const title = vscode.l10n.t('Export Reading Progress');
  const file = await dialogs.chooseNewFile('progress', fileName, { title, filters: { JSON: ['json'] } });
  if (file === undefined) return;
  const { marks } = progress;
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(printProgress(marks)));
  } catch (error) {
    showError(vscode.l10n.t('{0} cannot be written: {1}', file.path, messageOf(error)));
    return;
  }
  sayInPassing(vscode.l10n.t('Exported to {0}. Sections read: {1}.', file.path, marks.count));
}

/** Adds the progress that a file holds. Nothing that is read here becomes unread, and a file with a fault changes nothing. */
export async function importProgress(progress: ProgressModel, dialogs: FolderDialogs): Promise<void> {
  const title = vscode.l10n.t('Import Reading Progress');
  const file = await dialogs.chooseFile('progress', { title, filters: { JSON: ['json'] } });
  if (file === undefined) return;
  let text: string;
  try {
    text = await read(file);
  } catch (error) {
    showError(vscode.l10n.t('{0} cannot be read: {1}', file.path, messageOf(error)));
    return;
  }
  const parsed = parseProgress(text, Date.now());
  if (!parsed.ok) {
    const fault = vscode.l10n.t('{0} was not imported. {1}', file.path, describe(parsed.error));
    showError(fault);
    return;
  }
  const before = progress.marks;
  progress.set(before.including(parsed.marks, Date.now()));
  const added = progress.marks.count - before.count;
  const words = vscode.l10n.t('Imported from {0}. Sections newly read: {1}.', file.path, added);
  if (added > 0) await offerUndo(progress, before, words);
  else sayInPassing(words);
}

/** Marks everything as unread. The reader may take that back. */
export async function resetProgress(progress: ProgressModel): Promise<void> {
  const before = progress.marks;
  if (before.count === 0) {
    sayInPassing(vscode.l10n.t('No section is marked as read.'));
    return;
  }
  progress.set(before.cleared(Date.now()));
  await offerUndo(progress, before, vscode.l10n.t('Reading progress was reset. Sections that were read: {0}.', before.count));
}

async function offerUndo(progress: ProgressModel, before: ReadMarks, words: string): Promise<void> {
  const after = progress.marks;
  const undo = vscode.l10n.t('Undo');
  if ((await showInformation(words, undo)) === undo) {
    progress.set(progress.marks.undone(before, after, Date.now()));
  }
}

async function read(file: vscode.Uri): Promise<string> {
  const { size } = await vscode.workspace.fs.stat(file);
  if (size > largest) throw new Error(vscode.l10n.t('The file is too large to be read.'));
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

function describe({ code, args }: ProgressError): string {
  const [first = ''] = args;
  switch (code) {
    case 'progress/notJson':
      return vscode.l10n.t('It is not JSON: {0}', first);
    case 'progress/otherFile':
      return vscode.l10n.t('It is JSON, but not of reading progress.');
    case 'progress/newerFormat':
      return vscode.l10n.t('A newer version of Kafka Notes wrote it (format {0}).', first);
    case 'progress/value':
      return vscode.l10n.t('A value is missing or of the wrong kind: {0}', first);
    default:
      return code satisfies never;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
