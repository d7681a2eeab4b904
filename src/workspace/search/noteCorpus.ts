import { roleForSymbol, targetOf, type Binding } from '../../core/bindings/binding';
import { noteRoles, type Note, type NoteRole } from '../../core/notes/note';
import { NoteIndex } from '../../core/search/noteIndex';
import type { Vocabulary } from '../../core/search/vocabulary';
import { Emitter, type Event } from '../emitter';
import type { Slices } from '../indexing/slices';
import { Lifetime } from '../lifetime';
import type { Log } from '../log';
import type { NoteParsing } from '../notes/noteParsing';

/** A section that is about a symbol, else mentions it, else only names it in a table or list. */
export interface NotedSection {
  readonly as: NoteRole;
  readonly note: Note;
  readonly title: string;
}

/** The sources of the texts that are searched, and of what notes say of symbols. */
export interface CorpusSources {
  readonly notes: {
    /** Resolves when the notes are read, where that waits for somebody to ask. */
    readonly ready?: () => Promise<void>;
    /** The folders of notes. */
    readonly all: readonly { readonly outlineUri: string }[];
    /** The notes of all folders. */
    readonly notes: readonly Note[];
    note(uri: string): Note | undefined;
    readonly onDidChange: Event<ReadonlySet<string>>;
  };
  readonly bindings: {
    /** Returns the bindings of a note's well-formed anchors. */
    ofNote(uri: string): readonly Binding[];
    readonly onDidChange: Event<unknown>;
  };
  readonly parsing: Pick<NoteParsing, 'sectionTexts'>;
  /** The words that mean the same. */
  readonly vocabulary: Vocabulary;
  readonly slices: Pick<Slices, 'pause'>;
  readonly log: Pick<Log, 'error'>;
}

/** Has all notes but the outlines ready for a search, and knows what they say of symbols. */
export class NoteCorpus extends Lifetime {
  readonly index: NoteIndex;
  private readonly stale = new Set<string>();
  private loading: Promise<void> | undefined;
  /** The notes that can be found, by their URIs. */
  private readonly taken = new Map<string, Note>();
  private noted: ReadonlyMap<string, NotedSection> | undefined;
  private readonly changed: Emitter<void>;
  /** Fires when other texts are found than before. */
  readonly onDidChange;

  constructor(private readonly sources: CorpusSources) {
    super();
    this.index = new NoteIndex(sources.vocabulary);
    this.changed = this.register(new Emitter<void>(sources.log));
    this.onDidChange = this.changed.event;
    this.register(sources.notes.onDidChange((uris) => this.touch(uris)));
    this.register(sources.bindings.onDidChange(() => (this.noted = undefined)));
  }

  /** Resolves when all notes can be found. */
  async ready(): Promise<void> {
    const { notes } = this.sources;
    await notes.ready?.();
    const uris = new Set(notes.notes.map(({ uri }) => uri));
    for (const uri of uris) if (notes.note(uri) !== this.taken.get(uri)) this.stale.add(uri);
    for (const uri of this.taken.keys()) if (!uris.has(uri)) this.stale.add(uri);
    await this.fill();
  }

  /** Returns what is said of the symbol of a canonical path. */
  notedAt(path: string): NotedSection | undefined {
    this.noted ??= notedSections(this.sources);
    return this.noted.get(path);
  }

  private touch(uris: ReadonlySet<string>): void {
    this.noted = undefined;
    if (this.loading === undefined) return;
    for (const uri of uris) this.stale.add(uri);
    void this.fill().then(() => this.changed.fire());
  }

  private fill(): Promise<void> {
    this.loading = (this.loading ?? Promise.resolve()).then(() => this.takeIn());
    return this.loading;
  }

  private async takeIn(): Promise<void> {
    const { notes, parsing, slices } = this.sources;
    for (const uri of this.stale) {
      this.stale.delete(uri);
      const note = notes.note(uri);
      const isOutline = notes.all.some(({ outlineUri }) => outlineUri === uri);
      if (note === undefined || isOutline) {
        this.index.delete(uri);
        this.taken.delete(uri);
        continue;
      }
      this.taken.set(uri, note);
      const steps = this.index.set(note, (await parsing.sectionTexts(note)) ?? []);
      while (!this.isDisposed && steps.next().done !== true) await slices.pause();
    }
  }
}

/** Finds the first section that says most of each symbol, by canonical paths. */
function notedSections({ notes, bindings }: CorpusSources): ReadonlyMap<string, NotedSection> {
  const noted = new Map<string, NotedSection>();
  for (const note of notes.notes) {
    for (const binding of bindings.ofNote(note.uri)) {
      const path = targetOf(binding.result)?.symbol?.path;
      if (path === undefined) continue;
      const [as, known] = [roleForSymbol(binding), noted.get(path)?.as];
      if (known !== undefined && noteRoles.indexOf(known) <= noteRoles.indexOf(as)) continue;
      noted.set(path, { as, note, title: note.sections[binding.anchor.section]?.title ?? '' });
    }
  }
  return noted;
}
