import './loadTime';
import * as vscode from 'vscode';
import { kafka } from '../kafka/kafka';
import { editorFolders } from './editor/editorFolders';
import { activate as compose, type Exports } from './compose';
import type { Platform, WorkerHandle } from './editor/platform';

/** The part of the browser's Worker that is needed here. The extension's types are those of Node. */
interface BrowserWorker {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}
declare const Worker: new (url: string, options: { name: string }) => BrowserWorker;

export function activate(context: vscode.ExtensionContext): Exports {
  const platform: Platform = {
    createWorker: (name) => startWorker(vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', `${name}.js`)),
    parallelism: navigator.hardwareConcurrency,
    folders: editorFolders,
    project: kafka,
    source: undefined,
    home: undefined,
  };
  return compose(context, platform);
}

/** The script comes from another origin than the page, so the worker gets it as a blob. */
async function startWorker(script: vscode.Uri): Promise<WorkerHandle> {
  const bytes = await vscode.workspace.fs.readFile(script);
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/javascript' }));
  const worker = new Worker(url, { name: 'Kafka Notes' });
  return {
    send: (message) => worker.postMessage(message),
    listen: (receive) => worker.addEventListener('message', ({ data }) => receive(data)),
    onDeath: (died) => {
      worker.addEventListener('error', ({ message }) => died(message ?? 'error'));
      worker.addEventListener('messageerror', ({ message }) => died(message ?? 'message error'));
    },
    terminate: () => {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}
