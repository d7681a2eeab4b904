import * as vscode from 'vscode';
import { commands } from '../editor/contributions';
import { showInformation } from '../editor/messages';

/** Says that there is no source to jump to, and offers the ways to get it. */
export async function offerSource(): Promise<void> {
  const [get, choose] = [vscode.l10n.t('Get Kafka Source…'), vscode.l10n.t('Choose Source Folder…')];
  const picked = await showInformation(vscode.l10n.t("Kafka's source is not open."), get, choose);
  if (picked === get) await vscode.commands.executeCommand(commands.getSource);
  if (picked === choose) await vscode.commands.executeCommand(commands.chooseSourceFolder);
}
