import * as vscode from 'vscode';
import { noteTab } from '../editor/contributions';
import { Lifetime } from '../../workspace/lifetime';
import type { Report } from '../../core/util/report';
import type { Model, NotePlace } from '../model/model';
import { PanelHistory } from './panelHistory';
import { ShownPanel } from './shownPanel';

/** Shows notes in tabs beside the code. They stay as they are while the panel follows the cursor. */
export class NoteTabs extends Lifetime implements vscode.WebviewPanelSerializer {
  /** The objects that fill the tabs that are open. */
  private readonly filling = new Set<vscode.Disposable>();

  constructor(
    private readonly model: Model,
    private readonly extensionUri: vscode.Uri,
    private readonly report: Report,
  ) {
    super();
    this.register(vscode.window.registerWebviewPanelSerializer(noteTab, this));
  }

  open(place: NotePlace): void {
    const title = this.model.notes.note(place.note)?.title ?? vscode.l10n.t('Note');
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false };
    this.show(vscode.window.createWebviewPanel(noteTab, title, column, { enableFindWidget: true }), place, undefined);
  }

  /** Takes over a tab after the window was reloaded. The page knows where it was. */
  deserializeWebviewPanel(tab: vscode.WebviewPanel, kept: unknown): Promise<void> {
    this.show(tab, undefined, kept);
    return Promise.resolve();
  }

  private show(tab: vscode.WebviewPanel, place: NotePlace | undefined, kept: unknown): void {
    const panel = new PanelHistory();
    if (place !== undefined) panel.show(place);
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
    const page = new ShownPanel(modelOf(this.model, panel), surface, this.extensionUri, kept, this.report);
    tab.onDidChangeViewState(() => page.refresh());
    const parts = vscode.Disposable.from(page, panel);
    this.filling.add(parts);
    tab.onDidDispose(() => {
      parts.dispose();
      this.filling.delete(parts);
    });
  }

  /** The tabs themselves stay: the next window of the reader has them again. */
  override dispose(): void {
    for (const parts of this.filling) parts.dispose();
    super.dispose();
  }
}

/** Returns the model as a tab sees it: with a way through the notes of its own, and without a cursor. */
function modelOf(model: Model, panel: PanelHistory): Model {
  const { navigation } = model;
  return {
    ...model,
    panel,
    cursor: { symbol: undefined, annotations: [], onDidChange: () => new vscode.Disposable(() => undefined) },
    navigation: {
      openAnchor: (note, text) => navigation.openAnchor(note, text),
      openIfCertain: (note, text, isWanted) => navigation.openIfCertain(note, text, isWanted),
      openTarget: (target) => navigation.openTarget(target),
      openLink: (note, href) => navigation.openLink(note, href, (place) => panel.show(place)),
      openSection: (place) => navigation.openSection(place),
      openSource: (place, range) => navigation.openSource(place, range),
    },
  };
}
