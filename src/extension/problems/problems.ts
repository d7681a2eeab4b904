import * as vscode from 'vscode';
import type { Binding } from '../../core/bindings/binding';
import type { Note } from '../../core/notes/note';
import { toEditorRange } from '../editor/ranges';
import { Lifetime } from '../../workspace/lifetime';
import type { Model } from '../model/model';
import { describeProblem } from './problemWords';
import { describeReason, describeState, nameTarget, nameTargets } from '../bindings/stateWords';

/** Problems in the reader's own notes, each at its exact place. Shipped notes never have any. */
export class Problems extends Lifetime {
  private readonly collection = this.register(vscode.languages.createDiagnosticCollection('Kafka Notes'));

  constructor(private readonly model: Model) {
    super();
    this.register(model.notes.onDidChange((uris) => uris.forEach((uri) => this.show(uri))));
    this.register(model.bindings.onDidChange((uris) => uris.forEach((uri) => this.show(uri))));
    for (const { own, notes } of model.notes.folders) if (own) notes.forEach(({ uri }) => this.show(uri));
  }

  private show(uri: string): void {
    const note = this.model.notes.folderOf(uri)?.own === true ? this.model.notes.note(uri) : undefined;
    const key = vscode.Uri.parse(uri);
    if (note !== undefined) this.collection.set(key, this.problemsOf(note));
    else if (this.collection.has(key)) this.collection.delete(key);
  }

  private problemsOf(note: Note): vscode.Diagnostic[] {
    const own = note.problems.map((problem) =>
      diagnostic(toEditorRange(problem.range), describeProblem(problem), vscode.DiagnosticSeverity.Error, problem.code),
    );
    return [...own, ...this.model.bindings.ofNote(note.uri).flatMap((binding) => this.problemOf(binding))];
  }

  private problemOf({ anchor, result }: Binding): vscode.Diagnostic[] {
    const range = toEditorRange(anchor.range);
    switch (result.state) {
      case 'ambiguous': {
        return [
          diagnostic(
            range,
            listed(describeState(result), nameTargets(result.targets)),
            vscode.DiagnosticSeverity.Warning,
            'binding/ambiguous',
          ),
        ];
      }
      case 'missing': {
        const maybe = result.candidates.map(({ target, reason }) => `${nameTarget(target)} (${describeReason(reason)})`);
        return [diagnostic(range, listed(describeState(result), maybe), vscode.DiagnosticSeverity.Error, 'binding/missing')];
      }
      case 'exact':
      case 'edited':
      case 'moved':
      case 'unavailable':
        return [];
      default:
        return result satisfies never;
    }
  }
}

/** A Problem's text has room for a few. */
function listed(sentence: string, names: readonly string[]): string {
  const most = 5;
  const shown = names.slice(0, most).map((name) => `\n• ${name}`);
  return sentence + shown.join('') + (names.length > most ? '\n…' : '');
}

function diagnostic(range: vscode.Range, message: string, severity: vscode.DiagnosticSeverity, code: string): vscode.Diagnostic {
  const made = new vscode.Diagnostic(range, message, severity);
  made.source = 'Kafka Notes';
  made.code = code;
  return made;
}
