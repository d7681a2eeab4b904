import * as vscode from 'vscode';
import { settings } from '../editor/contributions';
import type { FolderDialogs } from '../editor/folderDialogs';
import { addFolder } from '../editor/folderSettings';
import { pick } from '../editor/pick';
import type { NoteFolder, NoteLibrary } from '../model/model';

/** The name of the folder that is offered to an author who has none. */
const proposed = 'kafka-notes';

/** Returns the folders in which the author can write. */
export function writableFolders({ folders }: NoteLibrary): readonly NoteFolder[] {
  return folders.filter(({ own, unreadable }) => own && unreadable === undefined);
}

/** Offers a folder for notes to an author who has none yet, and remembers it; undefined where the author wants none. */
export async function firstFolder(dialogs: FolderDialogs, home: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const folder = await askForFolder(dialogs, home);
  if (folder === undefined) return undefined;
  await vscode.workspace.fs.createDirectory(folder);
  await addFolder(settings.notesFolders, folder);
  return folder;
}

async function askForFolder(dialogs: FolderDialogs, home: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const choose = (): Promise<vscode.Uri | undefined> => dialogs.chooseFolder('notes', vscode.l10n.t('Write Notes Here'));
  if (home === undefined) return choose();
  const offered = vscode.Uri.joinPath(home, proposed);
  const items = [
    {
      label: vscode.l10n.t('Keep my notes in {0}', offered.scheme === 'file' ? offered.fsPath : offered.path),
      iconPath: new vscode.ThemeIcon('folder'),
      folder: () => Promise.resolve<vscode.Uri | undefined>(offered),
    },
    { label: vscode.l10n.t('Choose another folder…'), iconPath: new vscode.ThemeIcon('folder-opened'), folder: choose },
  ];
  const chosen = await pick(items, { title: vscode.l10n.t('Where are your notes to be kept?') });
  return chosen?.folder();
}

/** Lets the author choose the folder of a new note, where there are several. */
export async function folderForNew(folders: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  if (folders.length < 2) return folders[0];
  const items = folders.map((uri) => ({ label: uri.path.slice(uri.path.lastIndexOf('/') + 1), description: uri.path, uri }));
  return (await pick(items, { title: vscode.l10n.t('In which folder?') }))?.uri;
}
