import * as vscode from 'vscode';
import type { Binding, Target } from '../../core/bindings/binding';
import { anchorEdit } from '../bindings/anchorEdit';
import { canBeWritten } from '../bindings/choices';
import { nameTargets } from '../bindings/stateWords';
import { linkCommands } from '../editor/contributions';
import { toEditorRange } from '../editor/ranges';
import type { Model } from '../model/model';

/** Offers, at a problem of an anchor in a note of the reader's own, to write what may have been meant. */
export class QuickFixes implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix];

  constructor(private readonly model: Pick<Model, 'notes' | 'bindings'>) {}

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const uri = document.uri.toString();
    const note = this.model.notes.note(uri);
    const ours = diagnostics.filter(({ code }) => typeof code === 'string' && code.startsWith('binding/'));
    if (note === undefined || ours.length === 0) return [];
    const bindings = this.model.bindings.ofNote(uri);
    return ours.flatMap((diagnostic) => {
      const binding = bindings.find(({ anchor }) => toEditorRange(anchor.range).isEqual(diagnostic.range));
      if (binding === undefined) return [];
      const targets = meant(binding);
      const names = nameTargets(targets);
      const fixes = targets.flatMap((target, index) => {
        const edit = anchorEdit(document, note, binding.anchor.text, target);
        if (edit === undefined) return [];
        const action = new vscode.CodeAction(vscode.l10n.t('Use {0}', names[index] ?? ''), vscode.CodeActionKind.QuickFix);
        action.diagnostics = [diagnostic];
        action.edit = edit;
        return [action];
      });
      return [...fixes, listing(uri, binding.anchor.text, diagnostic)];
    });
  }
}

/** Opens the whole list of what an anchor may mean, for the right one may be among the others of its type. */
function listing(note: string, text: string, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const title = vscode.l10n.t('Choose what is meant…');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = { command: linkCommands.openAnchor, title, arguments: [note, text] };
  return action;
}

/** Returns what an anchor may mean: of overloads each with its parameters, of what is missing the candidates. */
function meant({ result }: Binding): readonly Target[] {
  if (!canBeWritten(result)) return [];
  return result.state === 'missing'
    ? result.candidates.map(({ target }) => target)
    : result.state === 'ambiguous'
      ? result.targets
      : [];
}
