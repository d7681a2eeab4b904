import * as vscode from 'vscode';
import type { UnindexedReason } from '../../core/symbols/symbol';
import { isMissing } from '../editor/editorFolders';

/** The bytes of a file that the worker cannot read itself. Rejects with an `UnindexedReason` as the message. */
export async function readSource(uri: string): Promise<Uint8Array> {
  try {
    return await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true));
  } catch (error) {
    throw new Error(reasonOf(error) satisfies UnindexedReason, { cause: error });
  }
}

/** A file of the package that the worker needs. */
export async function readAsset(folder: vscode.Uri, name: string): Promise<Uint8Array> {
  if (!/^[\w-][\w.-]*$/.test(name)) throw new Error(`no such asset: ${name}`);
  return vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
}

function reasonOf(error: unknown): UnindexedReason {
  if (isMissing(error)) return 'vanished';
  return error instanceof vscode.FileSystemError && error.code === 'NoPermissions' ? 'noPermission' : 'unreadable';
}
