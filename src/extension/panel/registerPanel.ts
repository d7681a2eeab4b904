import * as vscode from 'vscode';
import { views } from '../editor/contributions';
import type { Disposable } from '../../workspace/lifetime';
import type { Report } from '../../core/util/report';
import type { Model, NotePlace } from '../model/model';
import { NotePanel } from './notePanel';
import { NoteTabs } from './noteTabs';

/** The places that show notes, for commands. */
export interface NotePages extends Disposable {
  /** Whether the panel can be seen. */
  readonly isPanelVisible: boolean;
  /** Lets the reader find text in the panel's note. */
  find(): void;
  /** Opens a note in a tab beside the active one. */
  openBeside(place: NotePlace): void;
}

/** The view with the note, and tabs with notes. */
export function registerPanel(model: Model, extensionUri: vscode.Uri, report: Report): NotePages {
  const panel = new NotePanel(model, extensionUri, report);
  const tabs = new NoteTabs(model, extensionUri, report);
  const view = vscode.window.registerWebviewViewProvider(views.panel, panel);
  return {
    get isPanelVisible() {
      return panel.isVisible;
    },
    find: () => panel.find(),
    openBeside: (place) => tabs.open(place),
    dispose: () => {
      for (const one of [view, panel, tabs]) one.dispose();
    },
  };
}
