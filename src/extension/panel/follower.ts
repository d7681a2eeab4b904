import type * as vscode from 'vscode';
import type { Position } from '../../core/util/range';
import { Lifetime } from '../../workspace/lifetime';
import type { CursorModel } from './cursorModel';
import type { PanelHistory } from './panelHistory';
import type { Settings } from '../editor/settings';

/** Lets the panel follow the cursor. */
export class Follower extends Lifetime {
  /** The symbol that the reader jumped to from a note. The panel stays until the cursor leaves it. */
  private held: { readonly file: string; readonly symbol: string | undefined } | undefined;

  constructor(
    private readonly cursor: CursorModel,
    private readonly panel: PanelHistory,
    private readonly settings: Settings,
  ) {
    super();
    this.register(cursor.onDidChange(() => this.follow()));
    let wasPinned = panel.pinned;
    this.register(
      panel.onDidChange(() => {
        const isReleased = wasPinned && !panel.pinned;
        wasPinned = panel.pinned;
        if (isReleased) this.follow();
      }),
    );
  }

  hold(file: vscode.Uri, position: Position): void {
    this.held = { file: file.toString(), symbol: this.cursor.symbolAt(file, position) };
  }

  private follow(): void {
    const { file, symbol, annotations } = this.cursor;
    if (this.held !== undefined && this.held.file === file && this.held.symbol === symbol) return;
    this.held = undefined;
    const [first] = annotations;
    if (first === undefined || !this.settings.isOn('followCursor')) return;
    const place = this.panel.place;
    const isShown = annotations.some(({ note, section }) => note.uri === place?.note && section.slug === place.slug);
    if (!isShown) this.panel.follow({ note: first.note.uri, slug: first.section.slug });
  }
}
