import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createIndexer } from '../core/symbols/indexer';
import type { Assets } from '../core/syntax/assets';
import { childUri } from '../source/folders';
import type { Project } from '../source/project';
import { nodeFolders } from '../source/nodeFolders';
import { readLocalFile } from '../worker/localFile';
import { noLog, type Log } from '../workspace/log';
import { parsingHere } from './parseHere';
import { createWorkspace, type Workspace } from '../workspace/workspace';

/** Creates a workspace of folders on this machine. Notes are parsed and source is indexed in this thread. */
export function localWorkspace(
  assets: Assets,
  { listed, loadSymbols }: Pick<Project, 'listed' | 'loadSymbols'>,
  log: Log = noLog,
): Workspace {
  return createWorkspace({
    folders: nodeFolders,
    listed,
    loadSymbols,
    readFile: readLocalFile,
    isFile: (uri) => Promise.resolve(isFile(fileURLToPath(uri))),
    noteParsing: parsingHere(),
    indexer: createIndexer(assets, readLocalFile),
    log,
  });
}

/** Returns the URI of a folder in the form that a workspace has for what lies in it. */
export function folderUri(cwd: string, folder: string): string {
  const { host, pathname } = pathToFileURL(resolve(cwd, folder));
  const path = decodeURIComponent(pathname).replace(/^\/|\/$/g, '');
  return path === '' ? `file://${host}` : childUri(`file://${host}`, path);
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
