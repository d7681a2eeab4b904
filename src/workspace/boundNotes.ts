import type { ReleaseSymbols } from '../core/bindings/releaseSymbols';
import type { Note } from '../core/notes/note';
import type { Folders } from '../source/folders';
import { BindingsByTree } from './bindings/bindingsByTree';
import { NoteBindings } from './bindings/noteBindings';
import type { Event } from './emitter';
import type { IndexedTrees } from './indexing/indexedTrees';
import type { IndexingPool } from './indexing/indexingPool';
import type { OpenFiles } from './indexing/openFiles';
import type { Slices } from './indexing/slices';
import { SourceIndexing } from './indexing/sourceIndexing';
import { Lifetime } from './lifetime';
import type { Log } from './log';

/** A source of notes that are bound. */
export interface NoteSource {
  all(): readonly Note[];
  note(uri: string): Note | undefined;
  /** Returns whether a note of this source is the reader's own; without it none counts as such. */
  isOwn?(uri: string): boolean;
  /** Fires with the URIs of the notes that came, changed or went. */
  readonly onDidChange: Event<ReadonlySet<string>>;
}

/** The parts that bound notes are made of. */
export interface BoundParts {
  readonly trees: IndexedTrees;
  /** A note that several of them have is taken from the first. */
  readonly sources: readonly NoteSource[];
  readonly folders: Folders;
  /** Patterns of source files that are listed though git ignores them. */
  readonly listed: readonly string[];
  /** Loads the symbols of the release that the notes are written for. */
  readonly loadSymbols: () => Promise<ReleaseSymbols>;
  /** Returns whether there is a file at a URI. Never rejects. */
  readonly isFile: (uri: string) => Promise<boolean>;
  readonly open: OpenFiles;
  readonly pool: IndexingPool;
  readonly slices: Slices;
  readonly log: Log;
}

/** Binds notes to source trees: it holds the bindings and the indexing that they ask for, and tells both of notes that change. */
export class BoundNotes extends Lifetime {
  readonly byTree: BindingsByTree;
  readonly bindings: NoteBindings;
  readonly indexing: SourceIndexing;

  constructor(parts: BoundParts) {
    super();
    const { trees, sources } = parts;
    const library = {
      notes: () => sources.flatMap((source) => source.all()),
      note: (uri: string) => sources.map((source) => source.note(uri)).find((note) => note !== undefined),
      isOwn: (uri: string) => sources.some((source) => source.isOwn?.(uri) === true),
    };
    this.byTree = this.register(new BindingsByTree(trees, { ...parts, ...library }));
    this.bindings = this.register(new NoteBindings({ ...library, byTree: this.byTree, trees, log: parts.log }));
    this.indexing = this.register(new SourceIndexing({ ...parts, bindings: this.byTree }));
    for (const source of sources) {
      this.register(
        source.onDidChange((uris) => {
          this.bindings.notesChanged(uris);
          this.indexing.wake();
        }),
      );
    }
  }
}
