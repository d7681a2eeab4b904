import type { Binding } from '../../core/bindings/binding';
import { Groups } from '../../core/bindings/groups';
import { checkNote, type CheckProblem } from '../../core/check/check';
import { linkedPaths, linkProblems } from '../../core/check/links';
import type { NoteProblem } from '../../core/notes/note';
import { canonicalFolder, prefixOf, type Folders } from '../../source/folders';
import { Emitter, type Event } from '../emitter';
import type { Slices } from '../indexing/slices';
import { Lifetime } from '../lifetime';
import type { Log } from '../log';
import { linkTarget } from '../notes/linkTarget';
import type { NoteShelves } from '../notes/noteShelves';
import { Whereabouts } from './whereabouts';

/** The sources that problems are found by. */
export interface ProblemSources {
  readonly notes: Pick<NoteShelves, 'all' | 'note' | 'shelfOf' | 'onDidChange'>;
  readonly bindings: {
    /** Returns the bindings of a note's well-formed anchors. */
    ofNote(uri: string): readonly Binding[];
    /** Fires with URIs. The notes whose bindings are others now are among them. */
    readonly onDidChange: Event<ReadonlySet<string>>;
  };
  readonly folders: Pick<Folders, 'list'>;
  readonly slices: Pick<Slices, 'pause'>;
  readonly log: Pick<Log, 'error'>;
}

/** The problems of a note's links, and the URIs that they lead to. */
interface CheckedLinks {
  readonly problems: readonly NoteProblem[];
  readonly targets: ReadonlySet<string>;
}

/** Knows what is wrong with the reader's own notes, as notes, the files that they link to, and bindings change. */
export class Problems extends Lifetime {
  private readonly links = new Map<string, CheckedLinks>();
  /** The notes that link to a URI. */
  private readonly linking = new Groups<string>();
  /** Notes whose links are to be checked. */
  private readonly stale = new Set<string>();
  private working: Promise<void> | undefined;
  private where: Whereabouts;
  private readonly changed: Emitter<ReadonlySet<string>>;
  /** Fires with the URIs of the notes whose problems may be others now. */
  readonly onDidChange;

  constructor(private readonly sources: ProblemSources) {
    super();
    const { notes, bindings, folders } = sources;
    this.where = new Whereabouts(folders);
    this.changed = this.register(new Emitter<ReadonlySet<string>>(sources.log));
    this.onDidChange = this.changed.event;
    this.register(notes.onDidChange((uris) => this.notesChanged(uris)));
    this.register(bindings.onDidChange((uris) => this.bindingsChanged(uris)));
    this.notesChanged(new Set(notes.all.flatMap((shelf) => shelf.notes.map(({ uri }) => uri))));
  }

  /** Returns everything that is wrong with a note by what is known now, in the order of the text. Shipped notes have no problems. */
  ofNote(uri: string): readonly CheckProblem[] {
    const shelf = this.sources.notes.shelfOf(uri);
    const note = shelf?.own === true ? shelf.note(uri) : undefined;
    if (note === undefined) return [];
    return checkNote(note, this.sources.bindings.ofNote(uri).filter(isKnown), this.links.get(uri)?.problems ?? []);
  }

  /** Tells that a file or folder came, changed or went: the links that lead there are checked again. */
  touch(uri: string): void {
    this.where = new Whereabouts(this.sources.folders);
    for (const target of this.linking.keys()) {
      if (target === uri || target.startsWith(prefixOf(uri))) for (const note of this.linking.get(target)) this.stale.add(note);
    }
    this.start();
  }

  /** Resolves when all links are checked. */
  async settled(): Promise<void> {
    await this.working;
  }

  private notesChanged(uris: ReadonlySet<string>): void {
    for (const uri of uris) {
      this.stale.add(uri);
      for (const note of this.linking.get(uri)) this.stale.add(note);
    }
    this.start();
  }

  /** Tells of these notes, but of a note whose links are to be checked only when that is done. */
  private bindingsChanged(uris: ReadonlySet<string>): void {
    const notes = [...uris].filter((uri) => !this.stale.has(uri) && this.sources.notes.shelfOf(uri)?.own === true);
    if (notes.length > 0) this.changed.fire(new Set(notes));
  }

  private start(): void {
    if (this.stale.size === 0 || this.working !== undefined) return;
    this.working = this.work().finally(() => {
      this.working = undefined;
      if (!this.isDisposed) this.start();
    });
  }

  private async work(): Promise<void> {
    this.where = new Whereabouts(this.sources.folders);
    const done = new Set<string>();
    for (const uri of this.stale) {
      await this.sources.slices.pause();
      if (this.isDisposed) return;
      this.stale.delete(uri);
      const checked = await this.check(uri);
      for (const target of this.links.get(uri)?.targets ?? []) this.linking.remove(target, uri);
      for (const target of checked?.targets ?? []) this.linking.add(target, uri);
      if (checked === undefined) this.links.delete(uri);
      else this.links.set(uri, checked);
      done.add(uri);
    }
    this.changed.fire(done);
  }

  private async check(uri: string): Promise<CheckedLinks | undefined> {
    const { notes } = this.sources;
    const shelf = notes.shelfOf(uri);
    const note = shelf?.own === true ? shelf.note(uri) : undefined;
    if (shelf === undefined || note === undefined) return undefined;
    const outline = uri === shelf.outlineUri ? shelf.outline : undefined;
    const [found, targets] = [new Map<string, string>(), new Set<string>()];
    for (const path of linkedPaths(note, outline)) {
      await this.sources.slices.pause();
      const target = linkTarget(uri, shelf.uri, path);
      if (target === undefined) continue;
      const place = canonicalFolder(target);
      targets.add(place);
      if (notes.note(target) !== undefined || (await this.where.has(target))) found.set(path, place);
    }
    const context = { resolve: (path: string) => found.get(path), note: (one: string) => notes.note(one), outline };
    return { problems: linkProblems(note, context), targets };
  }
}

/** Returns whether something can be said of a binding: it is no problem of the note that source is not indexed yet, or not open. */
function isKnown({ result }: Binding): boolean {
  return result.state !== 'unavailable' || (result.why !== 'notIndexedYet' && result.why !== 'noSourceTree');
}
