import * as vscode from 'vscode';
import { commands, settings } from '../editor/contributions';
import type { Model } from '../model/model';
import { columnForNote } from '../navigation/columns';
import { isNote } from '../../workspace/notes/noteFiles';
import type { FolderDialogs } from '../editor/folderDialogs';
import { addFolder } from '../editor/folderSettings';
import { showError } from '../editor/messages';
import { files, firstNote, firstOutline } from './firstNotes';
import { firstSymbol, type Starts } from './firstSymbol';

/** The milliseconds that parsing a new folder may take. */
const patience = 10_000;

/**
 * Begins notes of the reader's own in a folder, which the reader chooses if none is given: an outline, and a note about the code
 * at the cursor. A folder that already has notes is only added, and no file is ever overwritten.
 */
export async function writeNotes(
  model: Model,
  starts: Starts,
  dialogs: FolderDialogs,
  given: vscode.Uri | undefined,
): Promise<void> {
  const folder = given ?? (await dialogs.chooseFolder('notes', vscode.l10n.t('Write Notes Here')));
  if (folder === undefined) return;
  try {
    await vscode.workspace.fs.createDirectory(folder);
    const known = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).filter(isNote);
    const [first = files.note] = known.includes(files.outline) ? [files.outline] : known;
    if (known.length === 0) await begin(folder, model, starts);
    if (given === undefined) await addFolder(settings.notesFolders, folder);
    else await vscode.commands.executeCommand(commands.reloadNotes);
    await model.notes.ready();
    const note = vscode.Uri.joinPath(folder, first);
    await open(note, known.length === 0);
    if (await isRead(note.toString(), model)) model.panel.show({ note: note.toString(), slug: undefined });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    showError(vscode.l10n.t('No notes can be written into {0}: {1}', folder.path, why));
  }
}

async function begin(folder: vscode.Uri, { trees }: Model, starts: Starts): Promise<void> {
  await trees.ready();
  const encoder = new TextEncoder();
  const edit = new vscode.WorkspaceEdit();
  const create = (name: string, text: string): void =>
    edit.createFile(vscode.Uri.joinPath(folder, name), { contents: encoder.encode(text), ignoreIfExists: true });
  create(files.outline, firstOutline());
  create(files.note, firstNote(firstSymbol(trees, starts)));
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(vscode.l10n.t('the editor could not create the files.'));
}

/** Resolves to whether the note is among the others, which takes a moment after the setting has changed. */
async function isRead(note: string, { notes }: Model): Promise<boolean> {
  const isThere = (): boolean => notes.note(note) !== undefined;
  if (isThere()) return true;
  return new Promise((resolve) => {
    const end = (found: boolean): void => {
      clearTimeout(timer);
      listening.dispose();
      resolve(found);
    };
    const listening = notes.onDidChange(() => (isThere() ? end(true) : undefined));
    const timer = setTimeout(() => end(false), patience);
  });
}

/** Opens a note beside the code. In a new one the text to be replaced is selected. */
async function open(note: vscode.Uri, isNew: boolean): Promise<void> {
  const document = await vscode.workspace.openTextDocument(note);
  const end = document.lineAt(Math.max(0, document.lineCount - 2)).range;
  const viewColumn = columnForNote();
  await vscode.window.showTextDocument(document, { viewColumn, ...(isNew ? { selection: end } : {}), preview: false });
}
