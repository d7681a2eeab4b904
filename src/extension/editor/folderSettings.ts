import * as vscode from 'vscode';
import { settings } from './contributions';

/** Asks the reader for a folder. Returns undefined where none was chosen. */
export async function chooseFolder(label: string): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
    openLabel: label,
  });
  return picked?.[0];
}

/** The setting is the user's and not the workspace's, since the folder is on this machine. */
export async function addFolder(setting: string, folder: vscode.Uri): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(settings.section);
  const known = configuration.inspect<readonly string[]>(setting)?.globalValue ?? [];
  const path = folder.scheme === 'file' ? folder.fsPath : folder.toString();
  if (!known.includes(path)) await configuration.update(setting, [...known, path], vscode.ConfigurationTarget.Global);
}
