import { EventEmitter } from 'vscode';
import type { NoteSpot } from '../../core/notes/noteSpot';
import { Lifetime } from '../../workspace/lifetime';
import { isSameNotePlace } from '../bindings/sectionPlace';
import type { NotePlace, Panel } from '../model/model';

/** The most places that are kept, which is more than anybody goes back. */
const longest = 100;

/**
 * The place that the panel shows, and the way there. Places that came by following the cursor replace each other, so that Back
 * leads to what the reader chose.
 */
export class PanelHistory extends Lifetime implements Panel {
  private readonly changed = this.register(new EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private entries: { readonly place: NotePlace; readonly followed: boolean }[] = [];
  private index = -1;
  private isPinned = false;
  /** The place that is only looked at. It is no part of the way. */
  private peeked: { readonly place: NotePlace; readonly visit: number } | undefined;
  private lastVisit = 0;
  private ownVisit = 0;

  get place(): NotePlace | undefined {
    return this.peeked?.place ?? this.entries[this.index]?.place;
  }

  get visit(): number {
    return this.peeked?.visit ?? this.ownVisit;
  }

  get isPeek(): boolean {
    return this.peeked !== undefined;
  }

  get pinned(): boolean {
    return this.isPinned;
  }

  get canGoBack(): boolean {
    return this.index > 0;
  }

  get canGoForward(): boolean {
    return this.index < this.entries.length - 1;
  }

  show(place: NotePlace): void {
    this.enter(place, false);
  }

  /** Follows the cursor to a place, unless the reader has pinned the panel. */
  follow(place: NotePlace): void {
    if (!this.isPinned && !(isSameNotePlace(place, this.place) && isSameSpot(place.spot, this.place?.spot)))
      this.enter(place, true);
  }

  /** Shows a place for the moment; without one it shows again what was there before. */
  peek(place: NotePlace | undefined): void {
    if (place === this.peeked?.place) return;
    this.peeked = place && { place, visit: ++this.lastVisit };
    this.changed.fire();
  }

  pin(pinned: boolean): void {
    if (pinned === this.isPinned) return;
    this.isPinned = pinned;
    this.changed.fire();
  }

  back(): void {
    this.go(this.index - 1);
  }

  forward(): void {
    this.go(this.index + 1);
  }

  private go(index: number): void {
    if (index < 0 || index >= this.entries.length) return;
    this.index = index;
    this.bring();
  }

  private enter(place: NotePlace, followed: boolean): void {
    const current = this.entries[this.index];
    if (current === undefined || !isSameNotePlace(place, current.place)) {
      const kept = this.entries.slice(0, followed && current?.followed === true ? this.index : this.index + 1);
      this.entries = [...kept, { place, followed }].slice(-longest);
      this.index = this.entries.length - 1;
    } else {
      // The same section: only the words in it are others.
      this.entries[this.index] = { ...current, place };
    }
    this.bring();
  }

  private bring(): void {
    this.peeked = undefined;
    this.ownVisit = ++this.lastVisit;
    this.changed.fire();
  }
}

function isSameSpot(a: NoteSpot | undefined, b: NoteSpot | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
