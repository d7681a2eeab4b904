import * as vscode from 'vscode';
import { noteTab } from '../editor/contributions';
import { Lifetime } from '../../workspace/lifetime';
import type { Report } from '../../core/util/report';
import type { Model, NotePlace } from '../model/model';
import type { NoteSurfaces } from './noteSurfaces';
import { ShownPanel } from './shownPanel';

/** Shows the panel's note in a tab, where it has more room: it follows the cursor and trails as the panel does. */
export class NoteTabs extends Lifetime implements vscode.WebviewPanelSerializer {
  /** The pages in the tabs that are open. */
  private readonly pages = new Map<vscode.WebviewPanel, ShownPanel>();

  constructor(
    private readonly model: Model,
    private readonly surfaces: NoteSurfaces,
    private readonly extensionUri: vscode.Uri,
    private readonly report: Report,
  ) {
    super();
    this.register(vscode.window.registerWebviewPanelSerializer(noteTab, this));
  }

  /** Shows a place in the tab, which is made beside the code where there is none. */
  open(place: NotePlace): void {
    this.model.panel.show(place);
    if (this.surfaces.tab !== undefined) return this.surfaces.tab.reveal();
    const title = this.model.notes.note(place.note)?.title ?? vscode.l10n.t('Note');
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false };
    this.show(vscode.window.createWebviewPanel(noteTab, title, column, { enableFindWidget: true }), undefined);
  }

  get hasFocus(): boolean {
    return [...this.pages.values()].some((page) => page.hasFocus);
  }

  /** Brings a tab to the front and gives the text in it the focus. */
  focus(tab: vscode.WebviewPanel): void {
    tab.reveal();
    this.pages.get(tab)?.focusText();
  }

  /** Takes over a tab after the window was reloaded. The page knows where it was. */
  deserializeWebviewPanel(tab: vscode.WebviewPanel, kept: unknown): Promise<void> {
    this.show(tab, kept);
    return Promise.resolve();
  }

  private show(tab: vscode.WebviewPanel, kept: unknown): void {
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
    const page = new ShownPanel(this.model, surface, this.extensionUri, kept, this.report);
    this.surfaces.addTab(tab);
    this.pages.set(tab, page);
    tab.onDidChangeViewState(() => page.refresh());
    tab.onDidDispose(() => {
      page.dispose();
      this.pages.delete(tab);
    });
  }

  /** The tabs themselves stay: the next window of the reader has them again. */
  override dispose(): void {
    for (const page of this.pages.values()) page.dispose();
    super.dispose();
  }
}
