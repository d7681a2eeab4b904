import * as vscode from 'vscode';
import type { Served } from '../../core/util/rpc';
import type { StorageCalls } from '../../protocol/worker';
import { isMissing } from '../editor/editorFolders';

/** The files of outlines in a folder of the extension's storage, for workers. */
export function storedOutlines(folder: vscode.Uri): Served<StorageCalls> {
  const { fs } = vscode.workspace;
  const uriOf = (name: string): vscode.Uri => {
    if (!/^[\w-]+\.outlines$/.test(name)) throw new Error(`no name for stored outlines: ${name}`);
    return vscode.Uri.joinPath(folder, name);
  };
  return {
    async listStored() {
      const entries = await unlessMissing(fs.readDirectory(folder), []);
      const files = entries.filter(([, type]) => type === vscode.FileType.File);
      const found = files.map(async ([name]) => {
        const stat = await unlessMissing(fs.stat(vscode.Uri.joinPath(folder, name)), undefined);
        return stat === undefined ? [] : [{ name, size: stat.size, modified: stat.mtime }];
      });
      return (await Promise.all(found)).flat();
    },
    readStored: (name) => Promise.resolve(fs.readFile(uriOf(name))),
    async writeStored(name, bytes) {
      // A file appears under its name only when it is whole; half of one is tidied up like any other that is no longer used.
      const part = vscode.Uri.joinPath(folder, `${name}.part`);
      await fs.writeFile(part, bytes);
      await fs.rename(part, uriOf(name), { overwrite: true });
    },
    async removeStored(name) {
      if (/[\\/]/.test(name)) throw new Error(`no name for stored outlines: ${name}`);
      await unlessMissing(fs.delete(vscode.Uri.joinPath(folder, name)), undefined);
    },
  };
}

/** What is asked for, else `otherwise` where there is nothing of this name. */
async function unlessMissing<T>(asked: Thenable<T>, otherwise: T): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (isMissing(error)) return otherwise;
    throw error;
  }
}
