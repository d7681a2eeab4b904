import * as vscode from 'vscode';
import { sayInPassing } from '../editor/sayInPassing';
import { Lifetime } from '../../workspace/lifetime';
import type { NoteSurfaces } from './noteSurfaces';
import type { NotePages } from './registerPanel';

/** A text editor that the reader was in. */
interface Place {
  readonly document: vscode.TextDocument;
  readonly viewColumn: vscode.ViewColumn;
}

/** The keyboard's way from the code into the note, and back to the same place. */
export class NoteAndCode extends Lifetime {
  private last: Place | undefined;

  constructor(
    private readonly pages: NotePages,
    private readonly surfaces: NoteSurfaces,
  ) {
    super();
    this.enter(vscode.window.activeTextEditor);
    this.register(vscode.window.onDidChangeActiveTextEditor((editor) => this.enter(editor)));
  }

  /** Goes where the focus is not. */
  toggle(): Promise<void> {
    return this.pages.hasFocus ? this.back() : this.pages.focus();
  }

  /** Goes back to the code, whose cursor and scroll position are as they were. */
  async back(): Promise<void> {
    // The side bar takes the focus from no editor: the active one is still the one that the reader came from.
    if (this.surfaces.tab?.active !== true) {
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
      return;
    }
    const place = this.isOpen(this.last) ? this.last : placeOf(vscode.window.visibleTextEditors[0]);
    if (place === undefined) sayInPassing(vscode.l10n.t('No code is open.'));
    else await vscode.window.showTextDocument(place.document, { viewColumn: place.viewColumn });
  }

  /** The output and other panels have texts, too, but no column. */
  private enter(editor: vscode.TextEditor | undefined): void {
    this.last = placeOf(editor) ?? this.last;
  }

  private isOpen(place: Place | undefined): place is Place {
    const group = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn === place?.viewColumn);
    const uri = place?.document.uri.toString();
    return group?.tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri) === true;
  }
}

function placeOf(editor: vscode.TextEditor | undefined): Place | undefined {
  const viewColumn = editor?.viewColumn;
  return editor === undefined || viewColumn === undefined ? undefined : { document: editor.document, viewColumn };
}
