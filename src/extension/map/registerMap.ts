import * as vscode from 'vscode';
import { mapTab } from '../editor/contributions';
import { Lifetime, type Disposable } from '../../workspace/lifetime';
import type { MapTab } from './mapTab';
import type { MapParts } from './shownMap';

/** The map's commands. */
export interface MapPages extends Disposable {
  show(): Promise<void>;
}

/** The map of the source tree. Its code is loaded when somebody wants to see it. */
export function registerMap(parts: MapParts): MapPages {
  return new LazyMap(parts);
}

class LazyMap extends Lifetime implements MapPages, vscode.WebviewPanelSerializer {
  private loading: Promise<MapTab> | undefined;

  constructor(private readonly parts: MapParts) {
    super();
    this.register(vscode.window.registerWebviewPanelSerializer(mapTab, this));
  }

  async show(): Promise<void> {
    (await this.load()).show();
  }

  async deserializeWebviewPanel(tab: vscode.WebviewPanel): Promise<void> {
    (await this.load()).restore(tab);
  }

  private load(): Promise<MapTab> {
    return (this.loading ??= import('./mapTab').then(({ MapTab }) => this.register(new MapTab(this.parts))));
  }
}
