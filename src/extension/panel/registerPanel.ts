import * as vscode from 'vscode';
import { views } from '../editor/contributions';
import type { Disposable } from '../../workspace/lifetime';
import type { Report } from '../../core/util/report';
import type { Model, NotePlace } from '../model/model';
import { NotePanel } from './notePanel';
import type { NoteSurfaces } from './noteSurfaces';
import { NoteTabs } from './noteTabs';

/** The places that show the note, for commands. */
export interface NotePages extends Disposable {
  /** Whether the note can be seen in any of them. */
  readonly isVisible: boolean;
  /** Whether the keyboard is in the note. */
  readonly hasFocus: boolean;
  /** Brings the note into sight and gives its text the focus. */
  focus(): Promise<void>;
  /** Lets the reader find text in the panel's note. */
  find(): void;
  /** Opens a note in a tab beside the active one. */
  openBeside(place: NotePlace): void;
}

/** The view with the note, and the tab with it. */
export function registerPanel(model: Model, surfaces: NoteSurfaces, extensionUri: vscode.Uri, report: Report): NotePages {
  const panel = new NotePanel(model, surfaces, extensionUri, report);
  const tabs = new NoteTabs(model, surfaces, extensionUri, report);
  const provider = vscode.window.registerWebviewViewProvider(views.panel, panel);
  return {
    get isVisible() {
      return surfaces.isAnyVisible;
    },
    get hasFocus() {
      return panel.hasFocus || tabs.hasFocus;
    },
    focus: async () => {
      const { tab, view } = surfaces;
      if (tab !== undefined && (tab.visible || view?.visible !== true)) tabs.focus(tab);
      else await panel.focus();
    },
    find: () => panel.find(),
    openBeside: (place) => tabs.open(place),
    dispose: () => {
      for (const one of [provider, panel, tabs]) one.dispose();
    },
  };
}
