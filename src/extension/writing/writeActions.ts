import * as vscode from 'vscode';
import { commands } from '../editor/contributions';

/**
 * Offers to write about the code at the cursor among the editor's code actions, where the reader has asked for them: it would be a light
 * bulb on every line otherwise.
 */
export class WriteActions implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.Empty.append('kafkaNotes')];

  provideCodeActions(
    _document: vscode.TextDocument,
    _range: vscode.Range,
    { triggerKind }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    if (triggerKind !== vscode.CodeActionTriggerKind.Invoke) return [];
    return [
      action(vscode.l10n.t('Add a note here'), commands.addNote),
      action(vscode.l10n.t('Copy anchor'), commands.copyAnchor),
    ];
  }
}

function action(title: string, command: string): vscode.CodeAction {
  const one = new vscode.CodeAction(title, WriteActions.kinds[0]);
  one.command = { command, title };
  return one;
}
