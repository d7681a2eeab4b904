import './loadTime';
import { availableParallelism, homedir } from 'node:os';
import * as vscode from 'vscode';
import { kafka } from '../kafka/kafka';
import { nodeFolders } from '../source/nodeFolders';
import { editorFolders } from './editor/editorFolders';
import { activate as compose, type Exports } from './compose';
import { startWorker } from './nodeWorker';
import type { Platform } from './editor/platform';
import { nodeSourceGetter } from './source/nodeSourceGetter';

export function activate(context: vscode.ExtensionContext): Exports {
  const platform: Platform = {
    createWorker: (name) => Promise.resolve(startWorker(vscode.Uri.joinPath(context.extensionUri, 'dist', `${name}.js`).fsPath)),
    parallelism: availableParallelism(),
    folders: {
      list: (uri) => foldersFor(uri).list(uri),
      read: (uri) => foldersFor(uri).read(uri),
      identity: (uri) => foldersFor(uri).identity(uri),
    },
    project: kafka,
    source: nodeSourceGetter(kafka),
    home: vscode.Uri.file(homedir()),
  };
  return compose(context, platform);
}

/** The disk itself tells what is behind a link; the editor does not. */
function foldersFor(uri: string) {
  return uri.startsWith('file:') ? nodeFolders : editorFolders;
}
