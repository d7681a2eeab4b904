import * as vscode from 'vscode';
import type { Binding, Target } from '../../core/bindings/binding';
import { anchorEdit } from '../bindings/anchorEdit';
import { nameTargets } from '../bindings/stateWords';
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
      return targets.flatMap((target, index) => {
        const edit = anchorEdit(document, note, binding.anchor.text, target);
        if (edit === undefined) return [];
        const action = new vscode.CodeAction(vscode.l10n.t('Use {0}', names[index] ?? ''), vscode.CodeActionKind.QuickFix);
        action.diagnostics = [diagnostic];
        action.edit = edit;
        return [action];
      });
    });
  }
}

/** Returns what an anchor may mean: of overloads each with its parameters, of what is missing the candidates. */
function meant({ result }: Binding): readonly Target[] {
  if (result.state === 'missing') return result.what === 'fragment' ? [] : result.candidates.map(({ target }) => target);
  return result.state === 'ambiguous' ? distinct(result.targets) : [];
}

/** Leaves out targets that no anchor tells apart, such as the places of one quote. */
function distinct(targets: readonly Target[]): readonly Target[] {
  const paths = targets.map(({ symbol }) => `${symbol?.path ?? ''}(${symbol?.parameters?.join() ?? ''})`);
  return new Set(paths).size === targets.length ? targets : [];
}
