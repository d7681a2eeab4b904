import { EventEmitter, FileType, workspace } from 'vscode';
import { BindingIndex, type BindingChange, type PendingSearch } from '../../core/bindings/bindingIndex';
import type { Note } from '../../core/notes/note';
import type { Range } from '../../core/util/range';
import { Lifetime } from '../lifetime';
import type { IndexedTree } from '../indexing/indexedTree';
import { isSliceOver, pause } from '../indexing/slices';
import { kafkaSymbols } from '../../source/kafkaSymbols';

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
  private isSettling = false;
  /** Files that anchors wait for, the first last, as they were when the bindings changed for the last time. */
  private wanted: string[] = [];
  private hasChanged = true;

  /** `notes` are all notes at any time. */
  constructor(
    private readonly tree: IndexedTree,
    private readonly notes: () => readonly Note[],
  ) {
    super();
    const context = { table: tree.table, release: kafkaSymbols(), hasFile: (file: string) => this.hasFile(file) };
    this.index = new BindingIndex(context, (change) => this.changed.fire(change));
    this.register(tree.onDidChange((files) => this.treeChanged(files)));
    const all = new Map(this.notes().map((note) => [note.uri, note]));
    this.notesChanged(all.keys(), (uri) => all.get(uri));
  }

  /** Files neither read nor asked for that anchors wait for, at most `most`. */
  waitingFor(most: number, isAsked: (file: string) => boolean): readonly string[] {
    const { table } = this.tree;
    const files: string[] = [];
    if (this.wanted.length === 0 && this.hasChanged) this.wanted = [...new Set(this.index.waitedFor())].reverse();
    if (this.wanted.length === 0) this.hasChanged = false;
    while (files.length < most) {
      const file = this.wanted.pop();
      if (file === undefined) break;
      if (table.files.has(file) && table.indexed(file) === undefined && !isAsked(file)) files.push(file);
    }
    return files;
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
    this.hasChanged = true;
  }

  /** These notes came, changed or went; `note` gives each as it is when its turn comes. */
  notesChanged(uris: Iterable<string>, note: (uri: string) => Note | undefined): void {
    this.filling = this.filling.then(async () => {
      for (const uri of uris) {
        if (this.isDisposed) return;
        const changed = note(uri);
        if (changed === undefined) this.index.removeNote(uri);
        else this.index.setNote(changed, isSliceOver);
        this.settle();
        await pause();
      }
    });
  }

  /** `files`: none where all are known now. */
  private treeChanged(files: readonly string[]): void {
    if (files.length === 0) this.index.filesListed(isSliceOver);
    else this.index.filesChanged(files, isSliceOver);
    this.settle();
  }

  /** What was not done at once is done in slices. */
  private settle(): void {
    this.hasChanged = true;
    if (this.isSettling) return;
    this.isSettling = true;
    void this.settleOn();
  }

  private async settleOn(): Promise<void> {
    while (!this.isDisposed && !this.index.isSettled) {
      await pause();
      this.index.settle(isSliceOver);
      this.hasChanged = true;
    }
    this.isSettling = false;
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
    this.hasChanged = true;
  }
}
