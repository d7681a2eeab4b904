import * as vscode from 'vscode';
import { targetOf } from '../../core/bindings/binding';
import type { Note } from '../../core/notes/note';
import { stepKey } from '../../core/trails/stepPlace';
import { sectionsLeft, type Trail } from '../../core/trails/trail';
import { Lifetime } from '../../workspace/lifetime';
import { isSameNotePlace } from '../bindings/sectionPlace';
import type { Model, NoteFolder, NotePlace, TrailPlace, TrailPosition, Trails } from '../model/model';
import { sayInPassing } from '../editor/sayInPassing';
import { LeftTrails } from './leftTrails';
import { NoteTrails } from './noteTrails';
import type { LeftTrail, StoredTrails, TrailStore } from './trailStore';
import { describeLost } from './trailWords';

/** The walk on a trail. The stored places are its only state; everything else is looked up in the notes as they are now. */
export class TrailWalk extends Lifetime implements Trails {
  private stored: StoredTrails;
  private readonly trails: NoteTrails;
  private readonly places: LeftTrails;
  /** The number of the last step taken. Code that was waited for does not open when the reader has gone on. */
  private turn = 0;
  /** The last turn whose step was shown. Before that nobody can have left it. */
  private arrived = 0;
  /** The code that opens now. The next one waits for it, since a large file that comes late would cover the later step's. */
  private opening = Promise.resolve();
  /** Whether the notes are there. Before that no step is gone. */
  private isReady = false;
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly model: Omit<Model, 'trails'>,
    private readonly store: TrailStore,
  ) {
    super();
    this.trails = new NoteTrails(model);
    this.places = new LeftTrails(model.notes, this.trails);
    this.stored = store.read();
    this.register(
      model.notes.onDidChange(() => {
        if (this.stored.status !== undefined) this.noteChanged();
      }),
    );
    if (this.stored.status !== undefined) void this.ready().then(() => this.noteChanged());
  }

  get position(): TrailPosition | undefined {
    const { status, left } = this.stored;
    const [current] = left;
    const found = status === undefined || current === undefined ? undefined : this.places.find(current);
    if (status === undefined || current === undefined || found?.step === undefined) return undefined;
    const { note, step: at } = found;
    const { trail, index } = at;
    const step = trail.steps[index];
    if (step === undefined) return undefined;
    const isAll = current.isAll === true;
    const isMain = this.trails.of(note)[0] === trail;
    const place = { note: note.uri, slug: note.sections[step.section]?.slug };
    const seconds = () => this.trails.seconds(note, trail, index) + (isAll ? this.secondsOf(this.trails.after(note)) : 0);
    const next = () => (isMain ? this.trails.after(note)[0] : undefined);
    return { note, trail, index, step, place, status, isAll, done: new Set(current.done), seconds, next };
  }

  get lost(): string | undefined {
    const [current] = this.stored.left;
    if (!this.isReady || this.stored.status === undefined || current === undefined || this.position !== undefined)
      return undefined;
    return current.name ?? current.address.path;
  }

  get isAway(): boolean {
    const { position } = this;
    if (position === undefined || this.arrived !== this.turn) return false;
    const { note, step } = position;
    const { place } = this.model.panel;
    if (place?.note !== note.uri || place.slug !== position.place.slug) return true;
    const binding = this.model.bindings.ofNote(note.uri).find(({ anchor }) => anchor.text === step.anchor.text);
    const target = binding && targetOf(binding.result);
    const file = target && this.model.trees.active?.uriOf(target.file);
    return file !== undefined && vscode.window.activeTextEditor?.document.uri.toString() !== file.toString();
  }

  of(note: string): readonly Trail[] {
    const found = this.model.notes.note(note);
    return found === undefined ? [] : this.trails.of(found);
  }

  seconds(note: string, trail: Trail): number {
    const found = this.model.notes.note(note);
    return found === undefined ? 0 : this.trails.seconds(found, trail);
  }

  inFolder(folder: NoteFolder): readonly Note[] {
    return this.trails.inFolder(folder);
  }

  async start(uri: string, id?: string): Promise<void> {
    await this.ready();
    const note = this.model.notes.note(uri);
    const trails = this.of(uri);
    const trail = id === undefined ? trails[0] : trails.find((one) => one.id === id);
    if (note === undefined || trail === undefined) return;
    const left = this.places.of(this.stored.left, note, trail);
    const found = left && this.places.find(left)?.step;
    if (left !== undefined) this.tellMoved(left, found);
    await this.show(note, trail, found?.index ?? 0, false);
  }

  async startAll(folder: NoteFolder): Promise<void> {
    await this.ready();
    for (const left of this.stored.left) {
      const found = left.isAll === true ? this.places.find(left) : undefined;
      if (found?.step === undefined || this.model.notes.folderOf(found.note.uri)?.uri.toString() !== folder.uri.toString())
        continue;
      this.tellMoved(left, found.step);
      return this.show(found.note, found.step.trail, found.step.index, true);
    }
    const [first] = this.trails.inFolder(folder);
    if (first !== undefined) await this.showMain(first, 0, true);
  }

  async goTo({ note: uri, trail: id, index }: TrailPlace): Promise<void> {
    await this.ready();
    const note = this.model.notes.note(uri);
    const trail = this.of(uri).find((one) => one.id === id);
    const { position } = this;
    const isAll = position?.isAll === true && position.note === note && position.trail === trail;
    if (note !== undefined && trail !== undefined) await this.show(note, trail, index, isAll);
  }

  /** Goes over the end of a main trail into the next note. The sections left behind are marked as read. */
  async next(): Promise<void> {
    await this.ready();
    const { position } = this;
    if (position === undefined) return this.sayLost();
    if (position.status === 'paused') return this.back();
    const { note, trail, index, isAll } = position;
    this.markLeft(note, sectionsLeft(note, trail, index));
    const done = new Set([...position.done, stepKey(trail.steps, index)]);
    if (index + 1 < trail.steps.length) return this.show(note, trail, index + 1, isAll, done);
    const next = position.next();
    if (next !== undefined) {
      // A reader who has walked a trail to its end starts anew the next time.
      this.stored = { ...this.stored, left: this.places.without(this.stored.left, note, trail) };
      return this.showMain(next, 0, isAll);
    }
    this.enter(note, trail, index, isAll, done);
    const isMain = this.trails.of(note)[0] === trail;
    sayInPassing(
      isMain
        ? vscode.l10n.t('The trail ends here: no note comes after this one.')
        : vscode.l10n.t('The trail ends here. “Another trail…” in its menu offers the others.'),
    );
  }

  async previous(): Promise<void> {
    await this.ready();
    const { position } = this;
    if (position === undefined) return this.sayLost();
    if (position.status === 'paused') return this.back();
    const { note, trail, index, isAll } = position;
    const isMain = this.trails.of(note)[0] === trail;
    const before = index === 0 && isMain ? this.trails.before(note)[0] : undefined;
    if (index > 0) await this.show(note, trail, index - 1, isAll);
    else if (before !== undefined) await this.showMain(before, -1, isAll);
    else await this.back();
  }

  async back(): Promise<void> {
    await this.ready();
    const { position } = this;
    if (position === undefined) return this.sayLost();
    await this.show(position.note, position.trail, position.index, position.isAll);
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

  private async ready(): Promise<void> {
    await this.model.notes.ready();
    this.isReady = true;
  }

  /** A heading without words of its own would stand for all sections under it. */
  private markLeft(note: Note, left: readonly number[]): void {
    const slugs = new Set(left.map((index) => note.sections[index]?.slug));
    const readable = this.model.progress.ofNote(note.uri)?.sections.map(({ section }) => section.slug) ?? [];
    const places = readable.filter((slug) => slugs.has(slug)).map((slug) => ({ note: note.uri, slug }));
    this.model.progress.mark(places, true);
  }

  /** Goes to a step of a note's main trail; a negative index counts from its end. */
  private async showMain(note: Note, index: number, isAll: boolean): Promise<void> {
    const [trail] = this.trails.of(note);
    if (trail !== undefined) await this.show(note, trail, index < 0 ? trail.steps.length + index : index, isAll);
  }

  /** Goes to a step: shows its section in the panel, and its code where that is certain. */
  private async show(note: Note, trail: Trail, index: number, isAll: boolean, done?: ReadonlySet<string>): Promise<void> {
    if (!this.enter(note, trail, index, isAll, done)) return;
    const turn = ++this.turn;
    const step = trail.steps[index];
    if (step === undefined) return;
    const { navigation } = this.model;
    const slug = note.sections[step.section]?.slug;
    let finish = (): void => undefined;
    const opened = new Promise<void>((resolve) => (finish = resolve));
    const before = this.opening.then(frontFile);
    // The code may be known only after a while. A reader who has gone elsewhere by then is left there.
    const isWanted = async (): Promise<boolean> => {
      const front = await before;
      await this.opening;
      if (turn !== this.turn || frontFile() !== front || !this.staysAt({ note: note.uri, slug })) return false;
      this.opening = opened;
      return true;
    };
    try {
      await Promise.all([
        navigation.openSection({ note: note.uri, slug }),
        navigation.openIfCertain(note.uri, step.anchor.text, isWanted),
      ]);
    } finally {
      finish();
      if (turn === this.turn) {
        this.arrived = turn;
        this.changed.fire();
      }
    }
  }

  /** Returns whether the panel shows a place, and shows it again where the panel has only followed the cursor. */
  private staysAt(step: NotePlace): boolean {
    const { panel, cursor } = this.model;
    const isIt = (one: NotePlace): boolean => isSameNotePlace(one, panel.place);
    if (isIt(step)) return true;
    const hasFollowed =
      cursor.place?.annotations.some(({ note, section }) => isIt({ note: note.uri, slug: section.slug })) === true;
    if (hasFollowed) panel.show(step);
    return hasFollowed;
  }

  /** Stores a step as the one that the reader stands at. Without `done` the steps that were done on this trail stay done. */
  private enter(note: Note, trail: Trail, index: number, isAll: boolean, done?: ReadonlySet<string>): boolean {
    const place = this.places.describe(note, trail, index);
    if (place === undefined) return false;
    const before = this.places.of(this.stored.left, note, trail)?.done ?? [];
    const others = this.places.without(this.stored.left, note, trail);
    this.set({ status: 'walking', left: [{ ...place, done: [...(done ?? before)], isAll }, ...others] });
    return true;
  }

  /** Finds the place again, and remembers it by what now stands around it. What is gone stays stored, since it may come back. */
  private noteChanged(): void {
    const [current, ...others] = this.stored.left;
    const found = current && this.places.find(current);
    if (this.stored.status === undefined || current === undefined || found?.step === undefined) return this.changed.fire();
    this.tellMoved(current, found.step);
    const { trail, index } = found.step;
    const place = this.places.describe(found.note, trail, index);
    if (place === undefined) this.changed.fire();
    else this.set({ ...this.stored, left: [{ ...current, ...place }, ...others] });
  }

  /** Says where the reader is if the step of a stored place is gone. */
  private tellMoved({ step, place }: LeftTrail, found: { readonly isSame: boolean } | undefined): void {
    // An older version stored no words for the step. A quote would be too long.
    const name = step ?? place.anchor.replace(/^kafka:|:~:text=.*$/gi, '');
    if (found === undefined)
      sayInPassing(vscode.l10n.t('The step “{0}” at which you left this trail is gone. It starts anew.', name));
    else if (!found.isSame)
      sayInPassing(vscode.l10n.t('The step “{0}” is gone from this trail. You are at the nearest one.', name));
  }

  private sayLost(): void {
    const { lost } = this;
    if (lost !== undefined) sayInPassing(describeLost(lost));
  }

  private secondsOf(notes: readonly Note[]): number {
    return notes.reduce((sum, note) => {
      const [main] = this.trails.of(note);
      return main === undefined ? sum : sum + this.trails.seconds(note, main);
    }, 0);
  }

  private set(stored: StoredTrails): void {
    this.stored = stored;
    this.store.write(stored);
    this.changed.fire();
  }
}

/** Returns the address of the file in front, empty where there is none. */
function frontFile(): string {
  return vscode.window.activeTextEditor?.document.uri.toString() ?? '';
}
