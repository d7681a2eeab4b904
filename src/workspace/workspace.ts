import type { Vocabulary } from '../core/search/vocabulary';
import type { ReleaseSymbols } from '../core/bindings/releaseSymbols';
import { referencesAt, type PlaceReferences } from '../core/references/symbolReferences';
import { search, type SearchGroup } from '../core/search/search';
import type { ReadBytes } from '../core/symbols/indexer';
import type { Position } from '../core/util/range';
import type { Folders } from '../source/folders';
import type { NoteBindings } from './bindings/noteBindings';
import { BoundNotes } from './boundNotes';
import { Emitter, type Event } from './emitter';
import { IndexedTrees, type FoundTree } from './indexing/indexedTrees';
import { IndexingPool } from './indexing/indexingPool';
import { Slices } from './indexing/slices';
import type { FileIndexer } from './indexing/sourceIndexer';
import { noOpenFiles, type OpenFiles } from './indexing/openFiles';
import { Lifetime } from './lifetime';
import type { Log } from './log';
import type { NoteParsing } from './notes/noteParsing';
import type { NoteRoot } from './notes/noteShelf';
import { NoteShelves } from './notes/noteShelves';
import { Problems } from './problems/problems';
import { NoteCorpus } from './search/noteCorpus';

/** The means that the edge gives to a workspace. */
export interface WorkspaceMeans {
  readonly folders: Folders;
  /** Patterns of source files that are listed though git ignores them. */
  readonly listed: readonly string[];
  /** Loads the symbols of the release that the notes are written for. */
  readonly loadSymbols: () => Promise<ReleaseSymbols>;
  /** Tells why `folders` gives nothing of a note: it rejects with an `UnindexedReason` as the message. */
  readonly readFile: ReadBytes;
  /** Returns whether there is a file at a URI. Never rejects. */
  readonly isFile: (uri: string) => Promise<boolean>;
  readonly noteParsing: NoteParsing;
  readonly indexer: FileIndexer;
  /** The words of readers that mean the same. */
  readonly vocabulary: Vocabulary;
  readonly log: Log;
}

/** The folders of a workspace. The first tree is the one that notes are bound to. */
export interface WorkspaceFolders {
  readonly notes: readonly NoteRoot[];
  readonly trees: readonly FoundTree[];
}

/** Puts folders of notes and source trees together, without an editor. URIs are strings; the URI of a folder has no slash at its end. */
export interface Workspace {
  /** The folders of notes, with their notes, their outlines, and what cannot be read. */
  readonly notes: NoteShelves;
  /** The source trees with their symbols. */
  readonly trees: IndexedTrees;
  /** The bindings of notes, with their states. */
  readonly bindings: NoteBindings;
  /** The faults of the notes and of their bindings. */
  readonly problems: Problems;
  /** Returns everything that fits what was typed, what is most likely meant first; undefined where it was not wanted any more. */
  search(typed: string, isWanted?: () => boolean): Promise<readonly SearchGroup[] | undefined>;
  /** Returns what notes say of the place in a source file; undefined where the file is in no tree. */
  references(file: string, position: Position): PlaceReferences | undefined;
  /** Fires with the URIs of notes and source files of which something else is known now. */
  readonly onDidChange: Event<ReadonlySet<string>>;
  /** Opens these folders, which replace the ones before. Resolves when the notes are read. */
  open(folders: WorkspaceFolders): Promise<void>;
  /** Tells the workspace that a file or folder came, changed or went. */
  touch(uri: string): void;
  /** Resolves when everything that happened until now is read, indexed and bound. */
  settled(): Promise<void>;
  dispose(): void;
}

/** Creates a workspace without folders: {@link Workspace.open} gives it some. */
export function createWorkspace(means: WorkspaceMeans): Workspace {
  return new OpenWorkspace(means);
}

class OpenWorkspace extends Lifetime implements Workspace {
  private readonly slices = new Slices();
  readonly notes: NoteShelves;
  readonly trees: IndexedTrees;
  readonly problems: Problems;
  private readonly bound: BoundNotes;
  private readonly corpus: NoteCorpus;
  private touching = Promise.resolve();
  private readonly fileChanged: Emitter<string>;
  private readonly fileGone: Emitter<string>;
  private readonly changed: Emitter<ReadonlySet<string>>;
  readonly onDidChange;

  constructor(private readonly means: WorkspaceMeans) {
    super();
    const { slices } = this;
    const { readFile, noteParsing: parsing, indexer, folders, vocabulary, log } = means;
    this.fileChanged = this.register(new Emitter(log));
    this.fileGone = this.register(new Emitter(log));
    this.changed = this.register(new Emitter(log));
    this.onDidChange = this.changed.event;
    this.notes = this.register(new NoteShelves({ folders, readFile, parsing, log }));
    this.trees = this.register(new IndexedTrees({ slices, log }));
    const { notes, trees } = this;
    const source = { all: () => notes.notes, note: (uri: string) => notes.note(uri), onDidChange: notes.onDidChange };
    const open: OpenFiles = { ...noOpenFiles, onDidChange: this.fileChanged.event, onDidDelete: this.fileGone.event };
    const pool = new IndexingPool(() => indexer, 1);
    this.bound = this.register(new BoundNotes({ ...means, trees, sources: [source], open, pool, slices }));
    this.problems = this.register(new Problems({ notes: this.notes, bindings: this.bindings, folders, slices, log }));
    this.corpus = this.register(new NoteCorpus({ notes: this.notes, bindings: this.bindings, parsing, vocabulary, slices, log }));
    this.register(this.notes.onDidChange((uris) => this.changed.fire(uris)));
    this.register(this.bindings.onDidChange((uris) => this.changed.fire(uris)));
    this.register(this.problems.onDidChange((uris) => this.changed.fire(uris)));
  }

  get bindings(): NoteBindings {
    return this.bound.bindings;
  }

  async open({ notes, trees }: WorkspaceFolders): Promise<void> {
    await this.notes.load(notes);
    if (!this.isDisposed) this.trees.open(trees);
  }

  touch(uri: string): void {
    this.notes.touch(uri);
    this.problems.touch(uri);
    this.touching = this.touching
      .then(() => this.means.isFile(uri))
      .then((isThere) => (isThere ? this.fileChanged : this.fileGone).fire(uri));
  }

  async settled(): Promise<void> {
    await this.touching;
    await this.notes.settled();
    await this.bound.indexing.idle();
    await this.problems.settled();
  }

  async search(typed: string, isWanted = () => true): Promise<readonly SearchGroup[] | undefined> {
    await this.corpus.ready();
    const { corpus, trees } = this;
    const notedAs = (path: string) => corpus.notedAt(path)?.as;
    return this.slices.run(search(typed, { notes: corpus.index, table: trees.active?.table, notedAs }), isWanted);
  }

  references(file: string, position: Position): PlaceReferences | undefined {
    const tree = this.trees.of(file);
    const path = tree?.fileOf(file);
    if (tree === undefined || path === undefined) return undefined;
    return referencesAt(this.bound.byTree.of(tree).index.leadingInto(path), tree.table.outline(path)?.symbols ?? [], position);
  }
}
