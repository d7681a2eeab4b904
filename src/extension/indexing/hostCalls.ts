import * as vscode from 'vscode';
import type { Served } from '../../core/util/rpc';
import type { HostCalls } from '../../protocol/worker';
import { storedOutlines } from './storedOutlines';
import { readAsset, readSource } from './workerFiles';

/** What parsing workers ask of their host. `storage`: the folder for outlines that were made before. */
export function hostCalls(extension: vscode.Uri, storage: vscode.Uri, log: vscode.LogOutputChannel): Served<HostCalls> {
  const assets = vscode.Uri.joinPath(extension, 'dist');
  return {
    readFile: readSource,
    readAsset: (name) => readAsset(assets, name),
    warn: (message) => log.warn(message),
    ...storedOutlines(storage),
  };
}
