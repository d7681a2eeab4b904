import { EventEmitter, FileType, workspace } from 'vscode';
import { BindingIndex, type BindingChange, type PendingSearch } from '../../core/bindings/bindingIndex';
import type { Note } from '../../core/notes/note';
import type { Range } from '../../core/symbols/symbol';
import { Lifetime } from '../lifetime';
import type { KafkaTree } from './kafkaTree';
import { Slices } from './slices';

/** Quotes of one file to look for. */
export interface QuotesOfFile {
  readonly file: string;
  readonly searches: readonly PendingSearch[];
}

/** All bindings against one tree, kept true as the tree is read. */
export class TreeBindings extends Lifetime {
  private readonly changed = this.register(new EventEmitter<BindingChange>());
  readonly onDidChange = this.changed.event;
  readonly index: BindingIndex;
  /** Files without symbols that anchors name, and whether they are there. */
  private readonly plainFiles = new Map<string, boolean>();
  private filling = Promise.resolve();

  /** `notes` are all notes at any time. */
  constructor(
    private readonly tree: KafkaTree,
    private readonly notes: () => readonly Note[],
  ) {
    super();
    const context = { table: tree.table, hasFile: (file: string) => this.hasFile(file) };
    this.index = new BindingIndex(context, (change) => this.changed.fire(change));
    // With the list of files at hand, other files may be those to wait for.
    this.register(tree.onDidChange((files) => (files.length === 0 ? this.fill() : this.index.filesChanged(files))));
    this.fill();
  }

  /** Files neither read nor asked for that anchors wait for, at most `most`. */
  waitingFor(most: number, isAsked: (file: string) => boolean): readonly string[] {
    const { table } = this.tree;
    const files = new Set<string>();
    for (const file of this.index.waitedFor()) {
      if (table.files.has(file) && table.reading(file) === undefined && !isAsked(file)) files.add(file);
      if (files.size === most) break;
    }
    return [...files];
  }

  /** Quotes to look for that nobody looks for yet, of one file: of these files before all others. */
  nextQuotes(first: ReadonlySet<string>, isSearched: (id: number) => boolean): QuotesOfFile | undefined {
    const pending = this.index.pending().filter(({ id }) => !isSearched(id));
    const inSight = pending.filter(({ file }) => first.has(file));
    const [one, ...others] = inSight.length > 0 ? inSight : pending;
    return one === undefined ? undefined : { file: one.file, searches: [one, ...others.filter(({ file }) => file === one.file)] };
  }

  answer(searches: readonly PendingSearch[], places: readonly (readonly Range[])[] | undefined): void {
    this.index.answer(searches.map((search, index) => ({ search, places: places?.[index] })));
  }

  /** These notes came, changed or went; `note` gives each as it is when its turn comes. */
  notesChanged(uris: Iterable<string>, note: (uri: string) => Note | undefined): void {
    this.filling = this.filling.then(async () => {
      const slices = new Slices();
      for (const uri of uris) {
        if (this.isDisposed) return;
        const changed = note(uri);
        if (changed === undefined) this.index.removeNote(uri);
        else this.index.setNote(changed);
        await slices.pause();
      }
    });
  }

  private fill(): void {
    const notes = new Map(this.notes().map((note) => [note.uri, note]));
    this.notesChanged(notes.keys(), (uri) => notes.get(uri));
  }

  /** Answers from what is known, and looks where nothing is. */
  private hasFile(file: string): boolean | undefined {
    const known = this.plainFiles.get(file);
    if (known === undefined) void this.look(file);
    return known;
  }

  private async look(file: string): Promise<void> {
    const isThere = await workspace.fs.stat(this.tree.uriOf(file)).then(
      ({ type }) => (type & FileType.File) !== 0,
      () => false,
    );
    if (this.isDisposed || this.plainFiles.has(file)) return;
    this.plainFiles.set(file, isThere);
    this.index.filesChanged([file]);
  }
}
