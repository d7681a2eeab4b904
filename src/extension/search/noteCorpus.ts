import { EventEmitter } from 'vscode';
import { targetOf } from '../../core/bindings/binding';
import type { Note } from '../../core/notes/note';
import { NoteIndex } from '../../core/search/noteIndex';
import { Lifetime } from '../../workspace/lifetime';
import type { Model } from '../model/model';
import { pause } from '../../workspace/indexing/slices';

/** A section that is about a symbol, or else mentions it. */
export interface NotedSection {
  readonly as: 'subject' | 'mention';
  readonly note: Note;
  readonly title: string;
}

/** All notes but the outlines as they are now, in a form to be searched, and what they say of symbols. */
export class NoteCorpus extends Lifetime {
  readonly index = new NoteIndex();
  private readonly stale = new Set<string>();
  private loading: Promise<void> | undefined;
  /** The index by which notes are found. */
  private readonly taken = new Map<string, Note>();
  private noted: ReadonlyMap<string, NotedSection> | undefined;
  private readonly changed = this.register(new EventEmitter<void>());
  /** Fires when other texts can be found. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly model: Model) {
    super();
    const { notes, bindings, trees } = model;
    this.register(notes.onDidChange((uris) => this.touch(uris)));
    this.register(bindings.onDidChange(() => (this.noted = undefined)));
    this.register(trees.onDidChange(() => (this.noted = undefined)));
  }

  /** Resolves when all parsed notes can be found. */
  async ready(): Promise<void> {
    await this.model.notes.ready();
    const { notes } = this.model;
    const uris = new Set(notes.folders.flatMap((folder) => folder.notes.map(({ uri }) => uri)));
    for (const uri of uris) if (notes.note(uri) !== this.taken.get(uri)) this.stale.add(uri);
    for (const uri of this.taken.keys()) if (!uris.has(uri)) this.stale.add(uri);
    await this.fill();
  }

  /** Returns what notes say of the symbol of a canonical path. */
  notedAt(path: string): NotedSection | undefined {
    this.noted ??= notedSections(this.model);
    return this.noted.get(path);
  }

  private touch(uris: ReadonlySet<string>): void {
    this.noted = undefined;
    if (this.loading === undefined) return;
    for (const uri of uris) this.stale.add(uri);
    void this.fill().then(() => (this.isDisposed ? undefined : this.changed.fire()));
  }

  private fill(): Promise<void> {
    this.loading = (this.loading ?? Promise.resolve()).then(() => this.takeIn());
    return this.loading;
  }

  private async takeIn(): Promise<void> {
    for (const uri of this.stale) {
      this.stale.delete(uri);
      const { notes } = this.model;
      const note = notes.note(uri);
      const isOutline = notes.folders.some(({ outlineUri }) => outlineUri.toString() === uri);
      if (note === undefined || isOutline) {
        this.index.delete(uri);
        this.taken.delete(uri);
        continue;
      }
      this.taken.set(uri, note);
      const steps = this.index.set(note, await notes.sectionTexts(note));
      while (!this.isDisposed && steps.next().done !== true) await pause();
    }
  }
}

/** The sections by the canonical paths of symbols: the first one that is about a symbol, else the first that mentions it. */
function notedSections({ notes, bindings }: Model): ReadonlyMap<string, NotedSection> {
  const noted = new Map<string, NotedSection>();
  for (const note of notes.folders.flatMap((folder) => folder.notes)) {
    for (const { anchor, result } of bindings.ofNote(note.uri)) {
      const path = targetOf(result)?.symbol?.path;
      if (path === undefined || noted.get(path)?.as === 'subject' || (noted.has(path) && anchor.role === 'mention')) continue;
      noted.set(path, { as: anchor.role, note, title: note.sections[anchor.section]?.title ?? '' });
    }
  }
  return noted;
}
