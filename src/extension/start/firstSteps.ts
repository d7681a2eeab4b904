import * as vscode from 'vscode';
import { contextKeys, extensionId, walkthrough } from '../editor/contributions';
import type { Model } from '../model/model';
import type { ReachedSteps } from './reachedSteps';

/** Returns the keys by which the first steps are ticked off, and whether each step's goal is reached. */
export function stepsDone({ trees, notes }: Model, reached: ReachedSteps): readonly (readonly [key: string, isDone: boolean])[] {
  return [
    [contextKeys.sourceOpen, trees.all.length > 0],
    [contextKeys.trailWalked, reached.has('trail')],
    [contextKeys.wayFound, reached.has('way')],
    [contextKeys.ownNotes, notes.folders.some((folder) => folder.own && folder.notes.length > 0)],
  ];
}

/**
 * Shows the first steps. The editor ticks a step off when its context key changes while it knows the step, which it may only from
 * now on. So the keys of what is there already change once more.
 */
export async function openWalkthrough(model: Model, reached: ReachedSteps): Promise<void> {
  const set = (key: string, value: boolean) => vscode.commands.executeCommand('setContext', key, value);
  await Promise.all(stepsDone(model, reached).map(([key]) => set(key, false)));
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#${walkthrough}`);
  await Promise.all(stepsDone(model, reached).map(([key, isDone]) => set(key, isDone)));
}

/**
 * The milliseconds until the page of the first steps has settled. A reader who presses one of its buttons by a key lets the key
 * go a tenth of a second later, and a quarter of a second after that the page takes the focus for the step once more: what a
 * command has opened by then loses it, and a list closes.
 */
const settling = 500;

/** Wraps a command for the links of the first steps, which pass their name: it waits until the page has settled. */
export function fromFirstSteps<T>(run: (...args: readonly unknown[]) => T): (...args: readonly unknown[]) => T | Promise<T> {
  return (...args) => {
    if (args[0] !== walkthrough) return run(...args);
    return new Promise((resolve) => setTimeout(resolve, settling)).then(() => run());
  };
}
