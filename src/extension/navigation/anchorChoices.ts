import * as vscode from 'vscode';
import type { Binding, Target } from '../../core/bindings/binding';
import { parseAnchor } from '../../core/notes/parseAnchor';
import { anchorEdit } from '../bindings/anchorEdit';
import { choicesOf } from '../bindings/choices';
import { nameTarget } from '../bindings/stateWords';
import { showWarning } from '../editor/messages';
import { sayInPassing } from '../editor/sayInPassing';
import type { Choices, Chosen } from '../model/choices';
import type { NoteLibrary, SourceTree } from '../model/model';
import { chooseInList } from './chooseInList';

/** Lists what anchors may mean, and does what the reader chooses. */
export class AnchorChoices {
  constructor(private readonly notes: Pick<NoteLibrary, 'note' | 'folderOf'>) {}

  /** Returns the list for an anchor of a note; undefined where it surely leads to one place. */
  list(note: string, text: string, binding: Binding | undefined, { table }: SourceTree): Choices | undefined {
    const anchor = binding?.anchor ?? this.notes.note(note)?.anchors.find((one) => one.text === text);
    return choicesOf(anchor ?? { text, parsed: parseAnchor(text) }, binding?.result, table);
  }

  /** Lets the reader choose from the list. Only the reader's own notes are written into. */
  choose(note: string, choices: Choices): Promise<Chosen | undefined> {
    return chooseInList(choices, this.isOwn(note));
  }

  /** Writes the anchor of a place into an own note, wherever this one stands in it. It can be undone in the note's editor. */
  async write(note: string, text: string, target: Target): Promise<void> {
    const found = this.isOwn(note) ? this.notes.note(note) : undefined;
    if (found === undefined) return;
    const uri = vscode.Uri.parse(note);
    const edit = anchorEdit(await vscode.workspace.openTextDocument(uri), found, text, target);
    if (edit === undefined || !(await vscode.workspace.applyEdit(edit))) {
      showWarning(vscode.l10n.t('The note has changed, or its anchor is written with escapes: it has to be changed by hand.'));
      return;
    }
    const places = edit.get(uri).length;
    sayInPassing(vscode.l10n.t('The note now names {0}. Places changed, not saved yet: {1}.', nameTarget(target), places));
  }

  /** Selects the anchor in the note's Markdown. */
  async showInMarkdown(note: string, text: string): Promise<void> {
    const anchor = this.notes.note(note)?.anchors.find((one) => one.text === text);
    const { start, end } = anchor?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    await vscode.window.showTextDocument(vscode.Uri.parse(note), { selection });
  }

  async search({ wanted }: Choices): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.quickOpen', `#${wanted}`);
  }

  private isOwn(note: string): boolean {
    return this.notes.folderOf(note)?.own === true;
  }
}
