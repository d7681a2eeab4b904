/** The extension as it is, but for what it takes from its surroundings: that is counted. */
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { Exports } from '../../../src/extension/compose';
import { activate as activateReal } from '../../../src/extension/node';
import { held, type Ledger } from './held';

export interface Counted extends Exports {
  readonly held: Ledger;
  readonly context: vscode.ExtensionContext;
  /** Takes one of each kind and gives it to the caller, who can see then that it is counted. */
  readonly take: () => Readonly<Record<'timer' | 'worker' | 'listener' | 'decoration', () => unknown>>;
}

export function activate(context: vscode.ExtensionContext): Counted {
  return { ...activateReal(context), held, context, take };
}

function take(): ReturnType<Counted['take']> {
  const timer = setInterval(() => undefined, 1000);
  const worker = new Worker('setInterval(() => undefined, 1000)', { eval: true });
  const listener = new vscode.EventEmitter<void>().event(() => undefined);
  const decoration = vscode.window.createTextEditorDecorationType({});
  return {
    timer: () => clearInterval(timer),
    worker: () => worker.terminate(),
    listener: () => {
      listener.dispose();
    },
    decoration: () => {
      decoration.dispose();
    },
  };
}
