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

/** The milliseconds after a jump in which the editor may still tell of the places that quick jumps before it went to. */
const late = 1000;

/** Code that the reader jumped to from a note. */
interface Jump {
  readonly file: string;
  readonly place: AnnotatedCode | undefined;
}

/** Lets the panel follow the cursor. */
export class Follower extends Lifetime {
  /** The newest jump and its time: the panel stays until the cursor leaves that code. The jumps shortly before it come after it. */
  private held: { readonly at: number; readonly jumps: readonly Jump[] } | undefined;
  /** The number of jumps that were begun. */
  private begun = 0;
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

  /** Holds the panel for a jump. Returns what is to be called when the code is shown, for the editor that is left may end the hold. */
  hold(file: vscode.Uri, position: Position): () => void {
    const number = ++this.begun;
    const hold = (): void => {
      // A jump that a later one has overtaken does not come back.
      if (number !== this.begun) return;
      const jump = { file: file.toString(), place: this.cursor.placeAt(file, position) };
      this.held = { at: performance.now(), jumps: [jump, ...(this.isRecent() ? (this.held?.jumps ?? []) : [])] };
    };
    hold();
    return hold;
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

  private isRecent(): boolean {
    return this.held !== undefined && performance.now() - this.held.at < late;
  }

  private isHeld(): boolean {
    const [newest, ...passed] = this.held?.jumps ?? [];
    if (newest === undefined) return false;
    return this.isAt(newest) || (this.isRecent() && passed.some((jump) => this.isAt(jump)));
  }

  /** The way through a method does not leave the code of a jump, but another statement of it that notes speak of does. */
  private isAt(jump: Jump): boolean {
    const { file, place } = this.cursor;
    if (jump.file !== file) return false;
    if (jump.place === undefined || place === undefined) return jump.place === place;
    return isSamePlace(jump.place, place) || (place.quote === undefined && isSameSymbol(jump.place.symbol, place.symbol));
  }
}
