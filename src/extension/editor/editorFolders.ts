import * as vscode from 'vscode';
import type { FolderEntry, Folders } from '../../source/folders';

/**
 * Gives access to folders through the editor, which knows virtual and remote file systems too. It does not tell the identity
 * behind a link.
 */
export const editorFolders: Folders = {
  async list(uri) {
    try {
      const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri));
      return entries.map(([name, type]): FolderEntry => ({
        name,
        kind: kindOf(type),
        link: has(type, vscode.FileType.SymbolicLink),
      }));
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  },
  async read(uri) {
    try {
      return await vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
    } catch {
      return undefined;
    }
  },
  identity: (uri) => Promise.resolve(uri),
};

/** Returns whether the editor's error says that a file or folder is not there, or is not a folder. */
export function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && (error.code === 'FileNotFound' || error.code === 'FileNotADirectory');
}

function kindOf(type: vscode.FileType): FolderEntry['kind'] {
  return has(type, vscode.FileType.Directory) ? 'folder' : has(type, vscode.FileType.File) ? 'file' : 'other';
}

/** `FileType` is a set of bits: a link to a folder is both. */
function has(type: number, bit: number): boolean {
  return (type & bit) !== 0;
}
