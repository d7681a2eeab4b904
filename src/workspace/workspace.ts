import type { PlaceReferences } from '../core/references/symbolReferences';
import type { SearchGroup } from '../core/search/search';
import type { ReadBytes } from '../core/symbols/indexer';
import type { Position } from '../core/util/range';
import type { Folders } from '../source/folders';
import { BindingsByTree } from './bindings/bindingsByTree';
import { NoteBindings } from './bindings/noteBindings';
import { Emitter, type Event } from './emitter';
import { IndexedTrees, type FoundTree } from './indexing/indexedTrees';
import { IndexingPool } from './indexing/indexingPool';
import { Slices } from './indexing/slices';
import type { FileIndexer } from './indexing/sourceIndexer';
import { SourceIndexing } from './indexing/sourceIndexing';
import { noOpenFiles, type OpenFiles } from './indexing/openFiles';
import { Lifetime } from './lifetime';
import type { Log } from './log';
import type { NoteParsing } from './notes/noteParsing';
import type { NoteRoot } from './notes/noteShelf';
import { NoteShelves } from './notes/noteShelves';
import { Problems } from './problems/problems';

/** What a workspace reads and works with. */
export interface WorkspaceMeans {
  readonly folders: Folders;
  /** Is asked for a note that `folders` gives nothing of: it tells why. */
  readonly readFile: ReadBytes;
  /** Returns whether there is a file at a URI. Never rejects. */
  isFile(uri: string): Promise<boolean>;
  readonly noteParsing: NoteParsing;
  readonly indexer: FileIndexer;
  readonly log: Log;
}

/** The folders of a workspace. The first tree is the one that notes are bound to. */
export interface WorkspaceFolders {
  readonly notes: readonly NoteRoot[];
  readonly trees: readonly FoundTree[];
}

/** Folders of notes and source trees put together, without an editor. URIs are strings, those of folders without a slash at their end. */
export interface Workspace {
  /** The folders of notes: the notes, each with its outline, and what cannot be read. */
  readonly notes: NoteShelves;
  /** The source trees with their symbols. */
  readonly trees: IndexedTrees;
  /** The bindings of notes, with their states. */
  readonly bindings: NoteBindings;
  /** What is wrong with the notes, and with their bindings. */
  readonly problems: Problems;
  /** Returns everything that fits what was typed, what is most likely meant first; undefined where it was not wanted any more. */
  search(typed: string, isWanted?: () => boolean): Promise<readonly SearchGroup[] | undefined>;
  /** Returns what notes say of the place in a source file; undefined where the file is in no tree. */
  references(file: string, position: Position): PlaceReferences | undefined;
  /** Fires with the URIs of notes and source files of which something else is known now. */
  readonly onDidChange: Event<ReadonlySet<string>>;
  /** From now on these are open. Resolves when the notes are read. */
  open(folders: WorkspaceFolders): Promise<void>;
  /** A file or folder came, changed or went. */
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
  readonly bindings: NoteBindings;
  readonly problems: Problems;
  private readonly indexing: SourceIndexing;
  private readonly corpus: NoteCorpus;
  private readonly fileChanged: Emitter<string>;
  private readonly fileGone: Emitter<string>;
  private readonly changed: Emitter<ReadonlySet<string>>;
  readonly onDidChange;

  constructor(private readonly means: WorkspaceMeans) {
    super();
    const { slices } = this;
    const { folders, readFile, isFile, noteParsing: parsing, indexer, log } = means;
    this.fileChanged = this.register(new Emitter(log));
    this.fileGone = this.register(new Emitter(log));
    this.changed = this.register(new Emitter(log));
    this.onDidChange = this.changed.event;
    this.notes = this.register(new NoteShelves({ folders, readFile, parsing, log }));
    this.trees = this.register(new IndexedTrees({ slices, log }));
    const library = { notes: () => this.notes.notes, note: (uri: string) => this.notes.note(uri) };
    const byTree = this.register(new BindingsByTree(this.trees, { ...library, isFile, slices, log }));
    this.bindings = this.register(new NoteBindings({ ...library, byTree, trees: this.trees, log }));
    const open: OpenFiles = { ...noOpenFiles, onDidChange: this.fileChanged.event, onDidDelete: this.fileGone.event };
    const pool = new IndexingPool(() => indexer, 1);
    this.indexing = this.register(new SourceIndexing({ trees: this.trees, bindings: byTree, open, folders, pool, slices, log }));
    this.problems = this.register(new Problems({ notes: this.notes, bindings: this.bindings, folders, slices, log }));
    this.register(this.notes.onDidChange((uris) => this.notesChanged(uris)));
    this.register(this.bindings.onDidChange((uris) => this.changed.fire(uris)));
    this.register(this.problems.onDidChange((uris) => this.changed.fire(uris)));
  }

  async open({ notes, trees }: WorkspaceFolders): Promise<void> {
    await this.notes.load(notes);
    if (!this.isDisposed) this.trees.open(trees);
  }

  touch(uri: string): void {
    this.notes.touch(uri);
    this.problems.touch(uri);
    void this.means.isFile(uri).then((isThere) => (isThere ? this.fileChanged : this.fileGone).fire(uri));
  }

  async settled(): Promise<void> {
    await this.notes.settled();
    await this.indexing.settled();
    const { active } = this.trees;
    while (active?.isListed === true && !active.table.complete && this.indexing.failed === undefined && !this.isDisposed) {
      await nextOf(active.onDidChange, this.indexing.onDidChangeFailure);
    }
    await this.indexing.settled();
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
    return referencesAt(this.byTree.of(tree).index.leadingInto(path), tree.table.outline(path)?.symbols ?? [], position);
  }

  private notesChanged(uris: ReadonlySet<string>): void {
    this.bindings.notesChanged(uris);
    this.indexing.wake();
    this.changed.fire(uris);
  }
}

/** Resolves with the next of several events. */
function nextOf(...events: readonly Event<unknown>[]): Promise<void> {
  return new Promise((resolve) => {
    const listening = events.map((event) =>
      event(() => {
        for (const one of listening) one.dispose();
        resolve();
      }),
    );
  });
}
