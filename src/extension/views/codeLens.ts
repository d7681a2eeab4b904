import * as vscode from 'vscode';
import { toEditorRange } from '../adapters/ranges';
import { settings as contributed, linkCommands } from '../contributions';
import { Lifetime } from '../lifetime';
import type { Model } from '../model/model';
import type { Settings } from '../model/settings';

/** Above each declaration that a note is about, a link to the note. Off by default: it moves the code. */
export class AnnotationLenses extends Lifetime implements vscode.CodeLensProvider {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(
    private readonly model: Model,
    private readonly settings: Settings,
  ) {
    super();
    this.register(model.bindings.onDidChange(() => settings.isOn('codeLens') && this.changed.fire()));
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${contributed.section}.${contributed.codeLens}`)) this.changed.fire();
      }),
    );
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    if (!this.settings.isOn('codeLens')) return [];
    const subjects = this.model.bindings.ofFile(document.uri).filter(({ role }) => role === 'subject');
    return subjects.map(
      ({ note, section, target }) =>
        new vscode.CodeLens(toEditorRange(target.range), {
          title: vscode.l10n.t('Note: {0}', section.title === '' ? note.title : section.title),
          tooltip: note.title,
          command: linkCommands.openSection,
          arguments: [{ note: note.uri, slug: section.slug }],
        }),
    );
  }
}
