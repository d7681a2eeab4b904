import type * as vscode from 'vscode';
import { compareRoles } from '../../core/bindings/annotation';
import { isSameSymbol } from '../../core/symbols/symbol';
import type { Position } from '../../core/util/range';
import { Lifetime } from '../../workspace/lifetime';
import { isSamePlace, type CursorModel } from './cursorModel';
import type { PanelHistory } from './panelHistory';
import type { Settings } from '../editor/settings';
import { isSameNotePlace, sectionPlace } from '../bindings/sectionPlace';
import type { AnnotatedCode, Annotation, NotePlace } from '../model/model';

/** Lets the panel follow the cursor. */
export class Follower extends Lifetime {
  /** The code that the reader jumped to from a note. The panel stays until the cursor leaves it. */
  private held: { readonly file: string; readonly place: AnnotatedCode | undefined } | undefined;
  /** The code that the panel has followed the cursor to, and the section that it then showed. */
  private followed: { readonly place: AnnotatedCode; readonly shown: NotePlace } | undefined;

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
    this.held = { file: file.toString(), place: this.cursor.placeAt(file, position) };
  }

  private follow(): void {
    const { place } = this.cursor;
    if (this.isHeld()) return;
    this.held = undefined;
    if (place === undefined || !this.settings.isOn('followCursor')) return;
    const sentences = place.annotations.filter(({ role }) => role !== 'reference');
    const speaking = sentences.length > 0 ? sentences : place.annotations;
    const shown = speaking.find((one) => isSameNotePlace(sectionPlace(one), this.panel.place));
    const [first] = speaking;
    // While the notes are bound, the section about the code may come after one that only mentions it.
    const isLate =
      this.followed !== undefined &&
      isSamePlace(this.followed.place, place) &&
      isSameNotePlace(this.followed.shown, this.panel.place);
    if (shown !== undefined && first !== undefined && isLate && compareRoles(first, shown) < 0) return this.show(place, first);
    // A section that is read already stays where it is, but on a line that it quotes its words about that line are wanted.
    const next = shown === undefined || place.quote !== undefined ? (shown ?? first) : undefined;
    if (next !== undefined) this.show(place, next);
  }

  private show(place: AnnotatedCode, annotation: Annotation): void {
    const shown = sectionPlace(annotation);
    this.followed = { place, shown };
    this.panel.follow(shown);
  }

  /** The way through a method does not end the hold, but another statement of it that notes speak of does. */
  private isHeld(): boolean {
    const { file, place } = this.cursor;
    if (this.held === undefined || this.held.file !== file) return false;
    if (this.held.place === undefined || place === undefined) return this.held.place === place;
    return (
      isSamePlace(this.held.place, place) || (place.quote === undefined && isSameSymbol(this.held.place.symbol, place.symbol))
    );
  }
}
