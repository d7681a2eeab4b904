import * as vscode from 'vscode';
import { extensionId, walkthrough } from '../editor/contributions';
import type { Model } from '../model/model';
import { stepsDone } from './stepsDone';

/**
 * Shows the first steps. The editor ticks a step off when its context key changes while it knows the step, which it may only from
 * now on. So the keys of what is there already change once more.
 */
export async function openWalkthrough(model: Model): Promise<void> {
  const set = (key: string, value: boolean) => vscode.commands.executeCommand('setContext', key, value);
  await Promise.all(stepsDone(model).map(([key]) => set(key, false)));
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#${walkthrough}`);
  await Promise.all(stepsDone(model).map(([key, isDone]) => set(key, isDone)));
}
