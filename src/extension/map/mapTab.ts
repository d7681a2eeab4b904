import * as vscode from 'vscode';
import { mapTab } from '../editor/contributions';
import { Lifetime, Slot } from '../../workspace/lifetime';
import { ShownMap, type MapParts } from './shownMap';

/** The tab with the map. There is at most one. */
export class MapTab extends Lifetime {
  private readonly shown = this.register(new Slot<ShownMap>());
  private tab: vscode.WebviewPanel | undefined;

  constructor(private readonly parts: MapParts) {
    super();
  }

  /** Brings the tab to the front, and makes it where there is none. */
  show(): void {
    if (this.tab !== undefined) this.tab.reveal();
    else this.fill(vscode.window.createWebviewPanel(mapTab, vscode.l10n.t('Kafka Map'), vscode.ViewColumn.Active));
  }

  /** Takes over a tab that the editor has made anew after the window was reloaded. Its page knows where it was. */
  restore(tab: vscode.WebviewPanel): void {
    this.tab?.dispose();
    this.fill(tab);
  }

  private fill(tab: vscode.WebviewPanel): void {
    const icon = (kind: string): vscode.Uri => vscode.Uri.joinPath(this.parts.extensionUri, 'media', 'icons', `map-${kind}.svg`);
    tab.iconPath = { light: icon('light'), dark: icon('dark') };
    this.tab = tab;
    this.shown.value = new ShownMap(this.parts, tab);
    tab.onDidDispose(() => {
      if (this.tab !== tab) return;
      this.tab = undefined;
      this.shown.value = undefined;
    });
  }
}
