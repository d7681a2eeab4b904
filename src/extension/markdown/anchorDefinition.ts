import * as vscode from 'vscode';
import type { BindingState, Target } from '../../core/bindings/binding';
import { contains } from '../../core/util/range';
import { toEditorRange } from '../editor/ranges';
import type { Model } from '../model/model';
import type { VisitingNotes } from '../notes/visitingNotes';
import { anchorAt } from './anchorAt';

/**
 * _Go to Definition_ on the text of an anchor's link in a Markdown editor. The destination is a link by itself, and a click on it
 * must not open the code twice. Candidates are no definitions.
 */
export class AnchorDefinition implements vscode.DefinitionProvider {
  constructor(
    private readonly model: Model,
    private readonly notes: VisitingNotes,
  ) {}

  async provideDefinition(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.LocationLink[]> {
    const anchor = await anchorAt(this.notes, document, position);
    const tree = this.model.trees.active;
    if (anchor === undefined || tree === undefined || contains(anchor.range, position)) return [];
    const binding = this.model.bindings.ofNote(document.uri.toString()).find((one) => one.anchor.text === anchor.text);
    return (binding === undefined ? [] : targetsOf(binding.result)).map((target) => ({
      originSelectionRange: toEditorRange(anchor.linkRange),
      targetUri: tree.uriOf(target.file),
      targetRange: toEditorRange(target.symbol?.range ?? target.range),
      targetSelectionRange: toEditorRange(target.range),
    }));
  }
}

function targetsOf(result: BindingState): readonly Target[] {
  switch (result.state) {
    case 'exact':
    case 'edited':
    case 'moved':
      return [result.target];
    case 'ambiguous':
      return result.targets;
    case 'missing':
    case 'unavailable':
      return [];
    default:
      return result satisfies never;
  }
}
