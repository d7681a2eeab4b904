import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Exports } from '../../src/extension/compose';
import { now, since, type Time } from './clock';
import type { Start } from './report';

interface Main {
  activate(context: vscode.ExtensionContext): Exports;
}

/** The times that {@link startExtension} measured, and the interface that the extension gives to others. */
export interface Started extends Start {
  readonly exports: Exports;
  /** The time at which its code began to load, by `performance.now()`. */
  readonly began: number;
}

/**
 * Starts the extension and measures only its own part: VS Code finds the code loaded here in Node's cache, with an `activate`
 * that takes the time.
 */
export async function startExtension(): Promise<Started> {
  const extension = ourExtension();
  if (extension.isActive) throw new Error('The extension was started by something else.');
  const load = createRequire(join(extension.extensionPath, 'package.json'));
  const file = load.resolve('./dist/extension.js');
  const began = now();
  const main = load(file) as Main;
  const loaded = since(began);
  const module = load.cache[file];
  if (module === undefined) throw new Error('The extension’s code is not in Node’s cache.');
  let activated: Time | undefined;
  const activate = (context: vscode.ExtensionContext): Exports => {
    const start = now();
    const result = main.activate(context);
    activated = since(start);
    return result;
  };
  module.exports = { ...main, activate };
  const exports = await extension.activate();
  if (activated === undefined) throw new Error('VS Code did not take the extension’s code from Node’s cache.');
  return { exports, began: began.elapsed, load: loaded, activate: activated };
}

export function ourExtension(): vscode.Extension<Exports> {
  const extension = vscode.extensions.getExtension<Exports>('kafka-notes.kafka-notes');
  if (extension === undefined) throw new Error('The extension is not there.');
  return extension;
}
