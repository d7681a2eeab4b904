import { BindingIndex, type BindingChange, type PendingSearch } from '../../core/bindings/bindingIndex';
import type { BindingState } from '../../core/bindings/binding';
import { noRelease, type ReleaseSymbols } from '../../core/bindings/releaseSymbols';
import type { Note } from '../../core/notes/note';
import type { Range } from '../../core/util/range';
import { liesInside } from '../../source/containment';
import type { Folders } from '../../source/folders';
import { Emitter } from '../emitter';
import type { AnchorNeeds, QuotesOfFile } from '../indexing/anchorNeeds';
import type { IndexedTree } from '../indexing/indexedTree';
import type { Slices } from '../indexing/slices';
import { Lifetime } from '../lifetime';
import { detailOf } from '../../core/util/report';
import type { Log } from '../log';

/** The parts that bindings need besides the tree. */
export interface BindingParts {
  /** Loads the symbols of the release that the notes are written for. */
  readonly loadSymbols: () => Promise<ReleaseSymbols>;
  readonly slices: Slices;
  readonly log: Log;
  /** Tells whether there is a file at a URI; false where nobody knows. Never rejects. */
  readonly isFile: (uri: string) => Promise<boolean>;
  readonly folders: Pick<Folders, 'identity'>;
  /** Returns all notes as they are now. */
  readonly notes: () => readonly Note[];
  /** Returns the note of a URI as it is now. */
  readonly note: (uri: string) => Note | undefined;
  /** Returns whether a note is the reader's own: such notes come before the shipped ones. */
  readonly isOwn?: (uri: string) => boolean;
}

/** All bindings against one tree, kept true as the tree is indexed. What is not bound at once is bound in slices. */
export class TreeBindings extends Lifetime implements AnchorNeeds {
  private readonly changed: Emitter<BindingChange>;
  readonly onDidChange;
  readonly index: BindingIndex;
  /** The URIs of notes that came, changed or went since they were bound. */
  private readonly changedNotes = new Set<string>();
  /** Files without symbols that anchors name, and whether they are there. */
  private readonly plainFiles = new Map<string, boolean>();
  /** The looks at files that have no answer yet, and the promise of the next answer. */
  private readonly looks = new Set<Promise<void>>();
  private nextLook: Promise<void> | undefined;
  private slice: Promise<void> | undefined;
  /** The symbols of the release, once they are loaded; no note is bound before. They are loaded while notes are read. */
  private release: ReleaseSymbols | undefined;
  private readonly loading: Promise<ReleaseSymbols>;
  /** Files that anchors wait for, the first last, as they were when the bindings changed for the last time. */
  private wanted: string[] = [];
  private hasChanged = true;

  constructor(
    private readonly tree: IndexedTree,
    private readonly parts: BindingParts,
  ) {
    super();
    this.changed = this.register(new Emitter<BindingChange>(parts.log));
    this.onDidChange = this.changed.event;
    const hasFile = (file: string) => this.hasFile(file);
    const release = () => this.release ?? noRelease;
    const context = {
      table: tree.table,
      get release() {
        return release();
      },
      hasFile,
      get isListed() {
        return tree.isListed;
      },
      get unreadFolders() {
        return tree.unreadFolders;
      },
    };
    this.index = new BindingIndex(context, (change) => this.changed.fire(change), parts.isOwn);
    this.register(tree.onDidChange((files) => this.treeChanged(files)));
    this.loading = this.loadRelease();
    this.notesChanged(parts.notes().map(({ uri }) => uri));
  }

  get binding(): Promise<void> | undefined {
    return this.slice ?? this.nextLook;
  }

  get isSettled(): boolean {
    if (this.binding !== undefined || this.index.pending().length > 0) return false;
    if (this.tree.table.complete) return true;
    return !this.parts.notes().some(({ uri }) => this.index.byNote(uri).some(({ result }) => mayChange(result)));
  }

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

  nextQuotes(first: ReadonlySet<string>, isSearched: (id: number) => boolean): QuotesOfFile | undefined {
    for (const files of [first, this.index.searched]) {
      for (const file of files) {
        const [one, ...others] = this.index.pending([file]).filter(({ id }) => !isSearched(id));
        if (one !== undefined) return { file, searches: [one, ...others] };
      }
    }
    return undefined;
  }

  answer(searches: readonly PendingSearch[], places: readonly (readonly Range[])[] | undefined): void {
    this.index.answer(searches.map((search, index) => ({ search, places: places?.[index] })));
    this.hasChanged = true;
  }

  /** Binds notes again that came, changed or went. Each is bound as it is when its turn comes. */
  notesChanged(uris: Iterable<string>): void {
    for (const uri of uris) this.changedNotes.add(uri);
    this.goOn();
  }

  /** Binds again what changed in files. `files` is empty where all files of the tree are known now. */
  private treeChanged(files: readonly string[]): void {
    const { isOver } = this.parts.slices;
    if (files.length === 0) this.index.filesListed(isOver);
    else this.index.filesChanged(files, isOver);
    this.goOn();
  }

  /** Binds in slices what is not bound yet. */
  private goOn(): void {
    this.hasChanged = true;
    if (this.changedNotes.size > 0 || !this.index.isSettled) this.slice ??= this.bindSlice();
  }

  private async bindSlice(): Promise<void> {
    const { slices } = this.parts;
    this.release ??= await this.loading;
    await slices.pause();
    if (this.isDisposed) return;
    this.index.setNotes(this.takeChanged(), slices.isOver);
    this.slice = undefined;
    this.goOn();
  }

  /** Yields the notes that came or changed, and removes those that went. */
  private *takeChanged(): Iterable<Note> {
    for (const uri of this.changedNotes) {
      this.changedNotes.delete(uri);
      const changed = this.parts.note(uri);
      if (changed === undefined) this.index.removeNote(uri);
      else yield changed;
    }
  }

  /** Without the release's symbols, which only a damaged package lacks, the tree alone says what an anchor means. */
  private loadRelease(): Promise<ReleaseSymbols> {
    const { loadSymbols, log } = this.parts;
    return loadSymbols().catch((error: unknown) => {
      log.error(`Could not load the symbols of the release that the notes are written for: ${detailOf(error)}`);
      return noRelease;
    });
  }

  /** Answers from what is known, and looks where nothing is. */
  private hasFile(file: string): boolean | undefined {
    const known = this.plainFiles.get(file);
    if (known === undefined) this.look(file);
    return known;
  }

  private look(file: string): void {
    const look = this.isInTree(this.tree.uriOf(file)).then((isThere) => {
      this.looks.delete(look);
      if (this.isDisposed || this.plainFiles.has(file)) return;
      this.plainFiles.set(file, isThere);
      this.index.filesChanged([file], this.parts.slices.isOver);
      this.goOn();
    });
    this.looks.add(look);
    this.nextLook ??= this.awaitLook();
  }

  /** A link in the tree may lead out of it; the file behind such a link is none of the tree's. */
  private async isInTree(uri: string): Promise<boolean> {
    return (await this.parts.isFile(uri)) && liesInside(uri, this.tree.root, this.parts.folders);
  }

  private async awaitLook(): Promise<void> {
    await Promise.race(this.looks);
    this.nextLook = this.looks.size > 0 ? this.awaitLook() : undefined;
  }
}

/** Tells whether a file that is not indexed yet may change how an anchor stands. */
function mayChange(result: BindingState): boolean {
  if (result.state === 'unavailable') return result.why === 'notIndexedYet';
  return result.state === 'missing' && result.what === 'symbol';
}
