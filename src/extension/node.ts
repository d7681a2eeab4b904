import './loadTime';
import { homedir } from 'node:os';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { nodeFolders } from '../source/nodeFolders';
import { editorFolders } from './adapters/editorFolders';
import { activate as compose, type Exports } from './compose';
import type { Platform, WorkerHandle } from './platform';
import { nodeSourceGetter } from './source/nodeSourceGetter';

export function activate(context: vscode.ExtensionContext): Exports {
  const platform: Platform = {
    createWorker: (name) => Promise.resolve(startWorker(vscode.Uri.joinPath(context.extensionUri, 'dist', `${name}.js`).fsPath)),
    folders: {
      list: (uri) => foldersFor(uri).list(uri),
      read: (uri) => foldersFor(uri).read(uri),
      identity: (uri) => foldersFor(uri).identity(uri),
    },
    source: nodeSourceGetter,
    home: vscode.Uri.file(homedir()),
  };
  return compose(context, platform);
}

/** The disk itself tells what is behind a link; the editor does not. */
function foldersFor(uri: string) {
  return uri.startsWith('file:') ? nodeFolders : editorFolders;
}

function startWorker(script: string): WorkerHandle {
  const worker = new Worker(script);
  let expected = false;
  return {
    send: (message) => worker.postMessage(message),
    listen: (receive) => void worker.on('message', receive),
    onDeath: (died) => {
      let why: string | undefined;
      worker.on('error', (error) => (why = error instanceof Error ? (error.stack ?? error.message) : String(error)));
      worker.on('exit', (code) => {
        if (!expected) died(why ?? `exit code ${code}`);
      });
    },
    terminate: () => {
      expected = true;
      void worker.terminate();
    },
  };
}
