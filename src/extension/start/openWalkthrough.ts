import * as vscode from 'vscode';
import { contextKeys, extensionId, walkthrough } from '../contributions';
import type { SourceTrees } from '../model/model';

/**
 * Shows the first steps. The editor ticks a step off when its context key changes while it knows the step, which it may only from
 * now on: so the key of what is there already changes once more.
 */
export async function openWalkthrough({ all }: SourceTrees): Promise<void> {
  const setOpen = (value: boolean) => vscode.commands.executeCommand('setContext', contextKeys.sourceOpen, value);
  await setOpen(false);
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#${walkthrough}`);
  await setOpen(all.length > 0);
}
