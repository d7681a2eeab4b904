import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createIndexer } from '../core/symbols/indexer';
import type { Assets } from '../core/syntax/assets';
import type { Project } from '../source/project';
import { nodeFolders } from '../source/nodeFolders';
import { readLocalFile } from '../worker/localFile';
import { noLog, type Log } from '../workspace/log';
import { parsingHere } from './parseHere';
import { createWorkspace, type Workspace } from '../workspace/workspace';

/** Creates a workspace of folders on this machine. Notes are parsed and source is indexed in this thread. */
export function localWorkspace(
  assets: Assets,
  { listed, loadSymbols, vocabulary }: Pick<Project, 'listed' | 'loadSymbols' | 'vocabulary'>,
  log: Log = noLog,
): Workspace {
  return createWorkspace({
    folders: nodeFolders,
    listed,
    loadSymbols,
    vocabulary,
    readFile: readLocalFile,
    isFile: (uri) => Promise.resolve(isFile(uri)),
    noteParsing: parsingHere(),
    indexer: createIndexer(assets, readLocalFile),
    log,
  });
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** A note may name anything: what is too long for a name, or a link that leads to itself, is no file. */
function isFile(uri: string): boolean {
  try {
    return statSync(fileURLToPath(uri)).isFile();
  } catch {
    return false;
  }
}
