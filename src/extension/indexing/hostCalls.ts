import * as vscode from 'vscode';
import type { Served } from '../../core/util/rpc';
import type { HostCalls, StorageCalls } from '../../protocol/worker';
import type { Log } from '../../workspace/log';
import { isMissing, readSource } from '../editor/editorFolders';

/** Serves the calls of parsing workers to their host. `storage` is the folder for outlines that were made before. */
export function hostCalls(extension: vscode.Uri, storage: vscode.Uri, log: Pick<Log, 'warn'>): Served<HostCalls> {
  const assets = vscode.Uri.joinPath(extension, 'dist');
  return {
    readFile: readSource,
    readAsset: (name) => readAsset(assets, name),
    warn: (message) => log.warn(message),
    ...storedOutlines(storage),
  };
}

/** Returns a file of the package that the worker needs. */
async function readAsset(folder: vscode.Uri, name: string): Promise<Uint8Array> {
  if (!/^[\w-][\w.-]*$/.test(name)) throw new Error(`no such asset: ${name}`);
  return vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
}

/** Serves the files of outlines in a folder of the extension's storage. */
function storedOutlines(folder: vscode.Uri): Served<StorageCalls> {
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
      // A file appears under its name only when it is whole. An incomplete one is removed like any other file that is no longer
      // used.
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

/** Returns the value that is asked for, or `otherwise` where nothing has this name. */
async function unlessMissing<T>(asked: Thenable<T>, otherwise: T): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (isMissing(error)) return otherwise;
    throw error;
  }
}
