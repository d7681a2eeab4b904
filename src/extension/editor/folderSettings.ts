import * as vscode from 'vscode';
import { settings } from './contributions';

/** The setting is the user's and not the workspace's, since the folder is on this machine. */
export async function addFolder(setting: string, folder: vscode.Uri): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(settings.section);
  const known = configuration.inspect<readonly string[]>(setting)?.globalValue ?? [];
  const path = folder.scheme === 'file' ? folder.fsPath : folder.toString();
  if (!known.includes(path)) await configuration.update(setting, [...known, path], vscode.ConfigurationTarget.Global);
}
