import * as vscode from 'vscode';
import { targetOf } from '../../core/bindings/binding';
import type { Note } from '../../core/notes/note';
import { findStep, placeOf } from '../../core/trails/stepPlace';
import { remainingSeconds, sectionsLeft, trailOf, type TrailStep } from '../../core/trails/trail';
import { Lifetime } from '../../workspace/lifetime';
import type { Model, NotePlace, TrailPosition, Trails } from '../model/model';
import { addressOf, noteAt } from '../notes/noteAddress';
import { sayInPassing } from '../editor/sayInPassing';
import { notesInOrder } from './noteOrder';
import { isSameAddress, type StoredTrails, type TrailStore } from './trailStore';

/** The walk on a trail. The stored places are its only state; everything else is looked up in the notes as they are now. */
export class TrailWalk extends Lifetime implements Trails {
  private stored: StoredTrails;
  private readonly trails = new WeakMap<Note, readonly TrailStep[]>();
  /** The number of the last step taken. Code that was waited for does not open when the reader has gone on. */
  private turn = 0;
  /** The last turn whose step was shown. Before that nobody can have left it. */
  private arrived = 0;
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly model: Omit<Model, 'trails'>,
    private readonly store: TrailStore,
  ) {
    super();
    this.stored = store.read();
    this.register(
      model.notes.onDidChange(() => {
        if (this.stored.status !== undefined) this.noteChanged();
      }),
    );
    if (this.stored.status !== undefined) void model.notes.ready();
  }

  get position(): TrailPosition | undefined {
    const { status, left } = this.stored;
    const [current] = left;
    const uri = status === undefined || current === undefined ? undefined : noteAt(this.model.notes, current.address);
    const note = uri === undefined ? undefined : this.model.notes.note(uri);
    if (status === undefined || current === undefined || note === undefined) return undefined;
    const steps = this.of(note);
    const index = findStep(note, steps, current.place);
    const step = index === undefined ? undefined : steps[index];
    if (index === undefined || step === undefined) return undefined;
    return { note, steps, index, step, status, seconds: remainingSeconds(steps, index), next: () => this.noteBeside(note, 1) };
  }

  get isAway(): boolean {
    const { position } = this;
    if (position === undefined || this.arrived !== this.turn) return false;
    const { note, step } = position;
    const { place } = this.model.panel;
    if (place?.note !== note.uri || place.slug !== note.sections[step.anchor.section]?.slug) return true;
    const binding = this.model.bindings.ofNote(note.uri).find(({ anchor }) => anchor.text === step.anchor.text);
    const target = binding && targetOf(binding.result);
    const file = target && this.model.trees.active?.uriOf(target.file);
    return file !== undefined && vscode.window.activeTextEditor?.document.uri.toString() !== file.toString();
  }

  steps(note: string): readonly TrailStep[] {
    const found = this.model.notes.note(note);
    return found === undefined ? [] : this.of(found);
  }

  async start(uri: string): Promise<void> {
    await this.model.notes.ready();
    const [note, address] = [this.model.notes.note(uri), addressOf(this.model.notes, uri)];
    if (note === undefined || address === undefined) return;
    const left = this.stored.left.find((one) => isSameAddress(one.address, address));
    await this.goTo(uri, (left && findStep(note, this.of(note), left.place)) ?? 0);
  }

  async goTo(uri: string, index: number): Promise<void> {
    const note = this.model.notes.note(uri);
    if (note === undefined || !this.enter(note, index)) return;
    await this.show();
  }

  /** Goes over the end of a note into the next one. The sections left behind are marked as read. */
  async next(): Promise<void> {
    const { position } = this;
    if (position === undefined) return;
    if (position.status === 'paused') return this.back();
    const { note, steps, index } = position;
    this.markLeft(note, sectionsLeft(note, steps, index));
    if (index + 1 < steps.length) return this.goTo(note.uri, index + 1);
    const next = position.next();
    if (next !== undefined) {
      this.forget(note);
      return this.goTo(next.uri, 0);
    }
    sayInPassing(vscode.l10n.t('The trail ends here: no note comes after this one.'));
  }

  async previous(): Promise<void> {
    const { position } = this;
    if (position === undefined) return;
    if (position.status === 'paused') return this.back();
    const { note, index } = position;
    const before = index === 0 ? this.noteBeside(note, -1) : undefined;
    if (index > 0) await this.goTo(note.uri, index - 1);
    else if (before !== undefined) await this.goTo(before.uri, this.of(before).length - 1);
    else await this.back();
  }

  async back(): Promise<void> {
    if (this.stored.status === undefined) return;
    // Right after the start the step is not known yet.
    await this.model.notes.ready();
    this.set({ ...this.stored, status: 'walking' });
    await this.show();
  }

  pause(): void {
    this.arrived = ++this.turn;
    if (this.stored.status === 'walking') this.set({ ...this.stored, status: 'paused' });
  }

  end(): void {
    this.arrived = ++this.turn;
    const [, ...others] = this.stored.left;
    if (this.stored.status !== undefined) this.set({ status: undefined, left: others });
  }

  /** A heading without words of its own would stand for all sections under it. */
  private markLeft(note: Note, left: readonly number[]): void {
    const slugs = new Set(left.map((index) => note.sections[index]?.slug));
    const readable = this.model.progress.ofNote(note.uri)?.sections.map(({ section }) => section.slug) ?? [];
    const places = readable.filter((slug) => slugs.has(slug)).map((slug) => ({ note: note.uri, slug }));
    this.model.progress.mark(places, true);
  }

  /** Shows the step's paragraph, and its code where that is certain. */
  private async show(): Promise<void> {
    const turn = ++this.turn;
    const { position } = this;
    if (position === undefined) return;
    const { note, step } = position;
    const { navigation } = this.model;
    const slug = note.sections[step.anchor.section]?.slug;
    const front = frontFile();
    // The code may be known only after a while. A reader who has gone elsewhere by then is left there.
    const isWanted = (): boolean => turn === this.turn && frontFile() === front && this.staysAt({ note: note.uri, slug });
    try {
      await Promise.all([
        navigation.openSection({ note: note.uri, slug }),
        navigation.openIfCertain(note.uri, step.anchor.text, isWanted),
      ]);
    } finally {
      if (turn === this.turn) {
        this.arrived = turn;
        this.changed.fire();
      }
    }
  }

  /** Returns whether the panel shows a place, and shows it again where the panel has only followed the cursor. */
  private staysAt(step: NotePlace): boolean {
    const { panel, cursor } = this.model;
    const isIt = (one: NotePlace): boolean => one.note === panel.place?.note && one.slug === panel.place.slug;
    if (isIt(step)) return true;
    const hasFollowed =
      cursor.place?.annotations.some(({ note, section }) => isIt({ note: note.uri, slug: section.slug })) === true;
    if (hasFollowed) panel.show(step);
    return hasFollowed;
  }

  private enter(note: Note, index: number): boolean {
    const [place, address] = [placeOf(note, this.of(note), index), addressOf(this.model.notes, note.uri)];
    if (place === undefined || address === undefined) return false;
    const others = this.stored.left.filter((one) => !isSameAddress(one.address, address));
    this.set({ status: 'walking', left: [{ address, place }, ...others] });
    return true;
  }

  /** A reader who has walked a note to its end starts anew the next time. */
  private forget(note: Note): void {
    const address = addressOf(this.model.notes, note.uri);
    const left = this.stored.left.filter((one) => address === undefined || !isSameAddress(one.address, address));
    this.stored = { ...this.stored, left };
  }

  /** Finds the place again, and remembers it by the words that now stand around it. */
  private noteChanged(): void {
    const { position } = this;
    const place = position && placeOf(position.note, position.steps, position.index);
    const [current, ...others] = this.stored.left;
    if (current === undefined || place === undefined) this.changed.fire();
    else this.set({ ...this.stored, left: [{ ...current, place }, ...others] });
  }

  private set(stored: StoredTrails): void {
    this.stored = stored;
    this.store.write(stored);
    this.changed.fire();
  }

  /** Returns the note after (1) or before (-1) another one in its folder, leaving out those without steps. */
  private noteBeside(note: Note, way: 1 | -1): Note | undefined {
    const folder = this.model.notes.folderOf(note.uri);
    const all = folder === undefined ? [] : notesInOrder(folder);
    const at = all.findIndex(({ uri }) => uri === note.uri);
    const others = at < 0 ? [] : way === 1 ? all.slice(at + 1) : all.slice(0, at).toReversed();
    return others.find((one) => this.of(one).length > 0);
  }

  private of(note: Note): readonly TrailStep[] {
    const known = this.trails.get(note);
    if (known !== undefined) return known;
    const steps = trailOf(note);
    this.trails.set(note, steps);
    return steps;
  }
}

/** Returns the address of the file in front, empty where there is none. */
function frontFile(): string {
  return vscode.window.activeTextEditor?.document.uri.toString() ?? '';
}
