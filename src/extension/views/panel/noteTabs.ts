import * as vscode from 'vscode';
import { noteTab } from '../../contributions';
import { Lifetime } from '../../lifetime';
import type { Model, NotePlace } from '../../model/model';
import { ReadingHistory } from '../../model/readingHistory';
import { ShownPanel } from './shownPanel';

/** Notes in tabs beside the code: they stay as they are while the panel follows the cursor. */
export class NoteTabs extends Lifetime implements vscode.WebviewPanelSerializer {
  constructor(
    private readonly model: Model,
    private readonly extensionUri: vscode.Uri,
  ) {
    super();
    this.register(vscode.window.registerWebviewPanelSerializer(noteTab, this));
  }

  open(place: NotePlace): void {
    const title = this.model.notes.note(place.note)?.title ?? vscode.l10n.t('Note');
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false };
    this.show(vscode.window.createWebviewPanel(noteTab, title, column, { enableFindWidget: true }), place, undefined);
  }

  /** The window was loaded again: the page knows where it was. */
  deserializeWebviewPanel(tab: vscode.WebviewPanel, kept: unknown): Promise<void> {
    this.show(tab, undefined, kept);
    return Promise.resolve();
  }

  private show(tab: vscode.WebviewPanel, place: NotePlace | undefined, kept: unknown): void {
    const reading = new ReadingHistory();
    if (place !== undefined) reading.show(place);
    const surface = {
      webview: tab.webview,
      findsItself: true,
      isVisible: () => tab.visible,
      name: (title: string) => {
        if (title !== '') tab.title = title;
      },
    };
    const icon = (kind: string): vscode.Uri => vscode.Uri.joinPath(this.extensionUri, 'media', 'icons', `subject-${kind}.svg`);
    tab.iconPath = { light: icon('light'), dark: icon('dark') };
    const page = new ShownPanel(modelOf(this.model, reading), surface, this.extensionUri, kept);
    tab.onDidChangeViewState(() => page.refresh());
    tab.onDidDispose(() => {
      page.dispose();
      reading.dispose();
    });
  }
}

/** A tab has its own way through the notes, and no cursor. */
function modelOf(model: Model, reading: ReadingHistory): Model {
  const { navigation } = model;
  return {
    ...model,
    reading,
    cursor: { symbol: undefined, annotations: [], onDidChange: () => new vscode.Disposable(() => undefined) },
    navigation: {
      openAnchor: (note, text) => navigation.openAnchor(note, text),
      openIfCertain: (note, text, isWanted) => navigation.openIfCertain(note, text, isWanted),
      openLink: (note, href) => navigation.openLink(note, href, (place) => reading.show(place)),
      openSection: (place) => navigation.openSection(place),
      openSource: (place, range) => navigation.openSource(place, range),
    },
  };
}
