import * as vscode from 'vscode';
import type { CheckProblem } from '../../core/check/check';
import { severityOf } from '../../core/check/severity';
import { Lifetime } from '../../workspace/lifetime';
import { Problems, type ProblemSources } from '../../workspace/problems/problems';
import { toEditorRange } from '../editor/ranges';
import { describeProblem } from './problemWords';

export { QuickFixes } from './quickFixes';

/** Shows the problems of the reader's own notes where the editor lists problems. */
export class ProblemsView extends Lifetime {
  private readonly collection = this.register(vscode.languages.createDiagnosticCollection('Kafka Notes'));
  private readonly problems: Problems;
  private readonly stale = new Set<string>();
  private isShowing = false;

  constructor(
    private readonly sources: ProblemSources,
    onDidChangeFile: vscode.Event<string>,
  ) {
    super();
    this.problems = this.register(new Problems(sources));
    this.register(this.problems.onDidChange((uris) => this.show(uris)));
    this.register(onDidChangeFile((uri) => this.problems.touch(uri)));
  }

  private show(uris: ReadonlySet<string>): void {
    for (const uri of uris) this.stale.add(uri);
    if (!this.isShowing) void this.showInSlices();
  }

  private async showInSlices(): Promise<void> {
    this.isShowing = true;
    for (const uri of this.stale) {
      await this.sources.slices.pause();
      if (this.isDisposed) return;
      this.stale.delete(uri);
      this.showOne(vscode.Uri.parse(uri), this.problems.ofNote(uri));
    }
    this.isShowing = false;
  }

  private showOne(note: vscode.Uri, problems: readonly CheckProblem[]): void {
    if (problems.length > 0) this.collection.set(note, problems.map(diagnostic));
    else if (this.collection.has(note)) this.collection.delete(note);
  }
}

function diagnostic(problem: CheckProblem): vscode.Diagnostic {
  const severity = { error: vscode.DiagnosticSeverity.Error, warning: vscode.DiagnosticSeverity.Warning };
  const made = new vscode.Diagnostic(toEditorRange(problem.range), describeProblem(problem), severity[severityOf[problem.code]]);
  made.source = 'Kafka Notes';
  made.code = problem.code;
  return made;
}
