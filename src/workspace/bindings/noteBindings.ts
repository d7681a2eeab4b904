import type { Binding } from '../../core/bindings/binding';
import type { Note } from '../../core/notes/note';
import { Emitter, type Event } from '../emitter';
import type { IndexedTree } from '../indexing/indexedTree';
import type { IndexedTrees } from '../indexing/indexedTrees';
import { Lifetime } from '../lifetime';
import type { Log } from '../log';
import type { BindingsByTree, TreeBindingChange } from './bindingsByTree';

/** The sources of the bindings of notes. */
export interface NoteBindingSources {
  readonly byTree: BindingsByTree;
  readonly trees: Pick<IndexedTrees, 'active' | 'onDidChange'>;
  /** Returns all notes. */
  readonly notes: () => readonly Note[];
  /** Returns the note of a URI. */
  readonly note: (uri: string) => Note | undefined;
  readonly log: Log;
}

/** Gives the bindings of notes against the tree that the reader is in, with one event that names the URIs whose answers are others. */
export class NoteBindings extends Lifetime {
  private readonly changed: Emitter<ReadonlySet<string>>;
  /** Fires with the URIs of notes, and of source files of any tree. */
  readonly onDidChange: Event<ReadonlySet<string>>;
  private active: IndexedTree | undefined;

  constructor(private readonly sources: NoteBindingSources) {
    super();
    this.changed = this.register(new Emitter<ReadonlySet<string>>(sources.log));
    this.onDidChange = this.changed.event;
    this.register(sources.byTree.onDidChange((change) => this.bindingsChanged(change)));
    this.register(sources.trees.onDidChange(() => this.treesChanged()));
  }

  /** Returns the bindings of a note's well-formed anchors, in the order of the text. Without a tree they are `unavailable`. */
  ofNote(uri: string): readonly Binding[] {
    const { trees, byTree, note } = this.sources;
    if (trees.active !== undefined) return byTree.of(trees.active).index.byNote(uri);
    const anchors = note(uri)?.anchors.filter(({ parsed }) => parsed.ok) ?? [];
    return anchors.map((anchor) => ({ note: uri, anchor, result: { state: 'unavailable', why: 'noSourceTree' } }));
  }

  /** Tells that these notes came, changed or went. */
  notesChanged(uris: ReadonlySet<string>): void {
    this.sources.byTree.notesChanged(uris);
    if (this.sources.trees.active === undefined) this.changed.fire(uris);
  }

  private bindingsChanged({ tree, notes, files }: TreeBindingChange): void {
    const sources = Array.from(files, (file) => tree.uriOf(file));
    this.changed.fire(new Set([...(tree === this.sources.trees.active ? notes : []), ...sources]));
  }

  private treesChanged(): void {
    const { trees, notes } = this.sources;
    if (this.active === trees.active) return;
    this.active = trees.active;
    this.changed.fire(new Set(notes().map(({ uri }) => uri)));
  }
}
