import * as vscode from 'vscode';

/** What a folder or file is asked for. Each dialog begins where the reader was with it last. */
export type Purpose = 'source' | 'notes' | 'progress';

/** The parts that the dialogs need. */
export interface DialogParts {
  /** Keeps the folders that were chosen. */
  readonly memento: vscode.Memento;
  /** The reader's home folder, where the platform can tell. */
  readonly home: vscode.Uri | undefined;
  /** Returns whether a folder is, or lies in, a source tree. */
  readonly isInSource: (uri: vscode.Uri) => boolean;
}

/** The editor's dialogs for folders and files. Left alone they would begin in the folder that is open: in Kafka's source. */
export class FolderDialogs {
  constructor(private readonly parts: DialogParts) {}

  /** Asks the reader for a folder. Returns undefined where none was chosen. */
  async chooseFolder(purpose: Purpose, label: string): Promise<vscode.Uri | undefined> {
    const picked = await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
      openLabel: label,
      ...(await this.beginning(purpose)),
    });
    return this.remember(purpose, picked?.[0], picked?.[0]);
  }

  /** Asks the reader for a file that is there. */
  async chooseFile(purpose: Purpose, options: vscode.OpenDialogOptions): Promise<vscode.Uri | undefined> {
    const picked = await vscode.window.showOpenDialog({ ...options, canSelectMany: false, ...(await this.beginning(purpose)) });
    return this.remember(purpose, picked?.[0], folderOf(picked?.[0]));
  }

  /** Asks the reader for a file to be written. */
  async chooseNewFile(purpose: Purpose, name: string, options: vscode.SaveDialogOptions): Promise<vscode.Uri | undefined> {
    const folder = await this.proposed(purpose);
    const picked = await vscode.window.showSaveDialog({
      ...options,
      ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
    });
    return this.remember(purpose, picked, folderOf(picked));
  }

  private async beginning(purpose: Purpose): Promise<{ readonly defaultUri?: vscode.Uri }> {
    const defaultUri = await this.proposed(purpose);
    return defaultUri === undefined ? {} : { defaultUri };
  }

  /** Returns the last folder if it is still there, else the home folder; of a folder in Kafka's source the one around that source. */
  private async proposed(purpose: Purpose): Promise<vscode.Uri | undefined> {
    const last = this.parts.memento.get<unknown>(keyOf(purpose));
    const known = typeof last === 'string' ? [vscode.Uri.parse(last)] : [];
    for (const folder of [...known, ...(this.parts.home === undefined ? [] : [this.parts.home])]) {
      const outside = outsideOf(folder, this.parts.isInSource);
      if (outside !== undefined && (await isFolder(outside))) return outside;
    }
    return undefined;
  }

  private async remember(purpose: Purpose, picked: vscode.Uri | undefined, folder: vscode.Uri | undefined) {
    if (folder !== undefined) await this.parts.memento.update(keyOf(purpose), folder.toString());
    return picked;
  }
}

function keyOf(purpose: Purpose): string {
  return `kafkaNotes.lastFolder.${purpose}`;
}

function folderOf(file: vscode.Uri | undefined): vscode.Uri | undefined {
  return file && vscode.Uri.joinPath(file, '..');
}

/** Returns the nearest folder, from this one upwards, that lies in no source tree. */
function outsideOf(folder: vscode.Uri, isInSource: (uri: vscode.Uri) => boolean): vscode.Uri | undefined {
  if (!isInSource(folder)) return folder;
  const parent = vscode.Uri.joinPath(folder, '..');
  return parent.path === folder.path ? undefined : outsideOf(parent, isInSource);
}

function isFolder(uri: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    ({ type }) => (type & vscode.FileType.Directory) !== 0,
    () => false,
  );
}
