import * as vscode from 'vscode';
import type { UnindexedReason } from '../../core/symbols/symbol';
import type { FolderEntry, Folders } from '../../source/folders';
import type { FolderKind } from '../../workspace/notes/folderWatch';

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

/** Tells what stands at the address of a folder. Never rejects. */
export async function kindOfFolder(uri: string): Promise<FolderKind> {
  try {
    const { type } = await vscode.workspace.fs.stat(vscode.Uri.parse(uri));
    return has(type, vscode.FileType.Directory) ? 'folder' : 'file';
  } catch (error) {
    return isMissing(error) ? 'missing' : 'unknown';
  }
}

/** Returns the bytes of a file. Rejects with an `UnindexedReason` as the message. */
export async function readSource(uri: string): Promise<Uint8Array> {
  try {
    return await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true));
  } catch (error) {
    throw new Error(reasonOf(error) satisfies UnindexedReason, { cause: error });
  }
}

function reasonOf(error: unknown): UnindexedReason {
  if (isMissing(error)) return 'vanished';
  return error instanceof vscode.FileSystemError && error.code === 'NoPermissions' ? 'noPermission' : 'unreadable';
}

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
