import type { Note } from '../../core/notes/note';
import { Emitter } from '../emitter';
import { Lifetime, Slot, type Disposable } from '../lifetime';
import { NoteShelf, type NoteMeans, type NoteRoot } from './noteShelf';

/** Holds folders of notes. A file that lies in several of them is a note of the first. */
export class NoteShelves extends Lifetime {
  private shelves: readonly NoteShelf[] = [];
  /** Folders that are read for the first time. */
  private loading: readonly NoteShelf[] = [];
  private readonly held = this.register(new Slot<Disposable>());
  private readonly changed: Emitter<ReadonlySet<string>>;
  /** Fires with the URIs of the notes that came, changed or went. Folders may have come or gone too. */
  readonly onDidChange;

  constructor(private readonly means: NoteMeans) {
    super();
    this.changed = this.register(new Emitter<ReadonlySet<string>>(means.log));
    this.onDidChange = this.changed.event;
  }

  get all(): readonly NoteShelf[] {
    return this.shelves;
  }

  /** All notes, each once. The notes of the first folder come before the others. */
  get notes(): readonly Note[] {
    return this.shelves.flatMap((shelf) => shelf.notes.filter(({ uri }) => this.shelfOf(uri) === shelf));
  }

  note(uri: string): Note | undefined {
    return this.shelfOf(uri)?.note(uri);
  }

  shelfOf(uri: string): NoteShelf | undefined {
    return this.shelves.find((shelf) => shelf.note(uri) !== undefined);
  }

  /** Reads these folders, which replace the ones before. What is told of them meanwhile counts as well. */
  async load(roots: readonly NoteRoot[]): Promise<void> {
    const shelves = roots.map((root) => new NoteShelf(root, this.means));
    this.loading = shelves;
    await Promise.all(shelves.map((shelf) => shelf.load()));
    if (this.isDisposed) return shelves.forEach((shelf) => shelf.dispose());
    const gone = this.notes.map(({ uri }) => uri);
    this.shelves = shelves;
    const listening = shelves.map((shelf) => shelf.onDidChange((uris) => this.changed.fire(uris)));
    this.held.value = { dispose: () => [...listening, ...shelves].forEach((one) => one.dispose()) };
    this.changed.fire(new Set([...gone, ...this.notes.map(({ uri }) => uri)]));
  }

  /** Something happened to a file or folder: what concerns notes is read again soon. */
  touch(uri: string): void {
    for (const shelf of new Set([...this.shelves, ...this.loading])) shelf.touch(uri);
  }

  /** A folder itself came or went. */
  relist(folder: string): void {
    for (const shelf of this.shelves) if (shelf.uri === folder) shelf.relist();
  }

  /** Resolves when all that happened until now is read. */
  async settled(): Promise<void> {
    await Promise.all(this.shelves.map((shelf) => shelf.settled()));
  }
}
