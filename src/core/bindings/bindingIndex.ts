import type { Anchor } from '../notes/anchor';
import type { Note, NoteAnchor } from '../notes/note';
import { comparePositions } from '../util/range';
import type { Position, Range } from '../util/range';
import { annotatedPlace, annotationsOf, type PlaceAnnotations } from './annotation';
import { finishSearch, resolve, type BindingContext, type Found, type FragmentSearch } from './bind';
import { targetOf, type Binding, type BindingState, type Target } from './binding';
import { Groups } from './groups';
import { placeAt, type PlaceAt } from './placeAt';
import { typesConcerned, withoutDollars } from './symbolPath';

/** The notes and files whose answers have changed. */
export interface BindingChange {
  /** The URIs of the notes. */
  readonly notes: ReadonlySet<string>;
  /** The source files, relative to the root of the tree. */
  readonly files: ReadonlySet<string>;
}

/** A quote to be looked for by a caller that can read texts; {@link BindingIndex.answer} takes the result. */
export interface PendingSearch extends FragmentSearch {
  readonly id: number;
}

interface Entry {
  readonly note: string;
  readonly anchor: NoteAnchor;
  readonly parsed: Anchor;
  /** The paths, without `$`, of types or packages: a file must declare one of them to concern the anchor. */
  readonly names: readonly string[];
  binding: Binding;
  /** The files that can change the answer. */
  files: readonly string[];
  /** The files that must all be read before there is an answer. */
  awaited: readonly string[];
  pending: { readonly search: PendingSearch; readonly target: Target } | undefined;
}

const notRead: BindingState = { state: 'unavailable', why: 'notIndexedYet' };

const never = (): boolean => false;

/**
 * All bindings of a set of notes against one source tree. A change of a note or file binds again only the anchors that it
 * concerns, and reports once which notes and files have new answers. The answers are values that never change. A method with an
 * `isOver` parameter stops its work when that returns true; {@link settle} continues it.
 */
export class BindingIndex {
  private readonly notes = new Map<string, readonly Entry[]>();
  private readonly byTarget = new Groups<Entry>();
  private readonly byName = new Groups<Entry>();
  private readonly byDependency = new Groups<Entry>();
  private readonly unsettled = new Set<Entry>();
  /** The entries to be bound again. */
  private readonly concerned = new Set<Entry>();
  /** Those of them that are bound before the others. */
  private readonly urgent = new Set<Entry>();
  /** The entries with a quote to be looked for, by file. */
  private readonly searches = new Groups<Entry>();
  /** The annotations of files for which somebody has asked since they changed. */
  private readonly annotations = new Map<string, readonly PlaceAnnotations[]>();
  private lastSearch = 0;
  private wasComplete: boolean;

  constructor(
    private readonly context: BindingContext,
    private readonly changed: (change: BindingChange) => void = () => undefined,
    /** Tells of a note whether it comes before those of which it does not. */
    private readonly isFirst: (note: string) => boolean = never,
  ) {
    this.wasComplete = context.table.complete;
  }

  /** Returns the bindings of the note's well-formed anchors, in their order. */
  byNote(uri: string): readonly Binding[] {
    return (this.notes.get(uri) ?? []).map(({ binding }) => binding);
  }

  /** Returns the annotations whose bindings surely lead into the file, in the order of their places. */
  byFile(file: string): readonly PlaceAnnotations[] {
    let annotations = this.annotations.get(file);
    if (annotations === undefined) {
      const bindings = this.byTarget.get(file).map(({ binding }) => binding);
      annotations = annotationsOf(file, this.sorted(bindings));
      this.annotations.set(file, annotations);
    }
    return annotations;
  }

  /**
   * Returns, in the order of the notes, the bindings that lead into the file, ambiguous ones included. Candidates of a missing
   * anchor do not count.
   */
  leadingInto(file: string): readonly Binding[] {
    const bindings = this.byTarget.get(file).map(({ binding }) => binding);
    return this.sorted(bindings.filter(({ result }) => result.state !== 'missing'));
  }

  /** Returns the innermost annotated place at a position of a file; `counts` tells of each note whether it annotates code. */
  placeAt(file: string, position: Position, counts: (note: string) => boolean = () => true): PlaceAt {
    const bindings = this.byTarget.get(file).flatMap(({ note, binding }) => (counts(note) ? [binding] : []));
    if (bindings.length === 0) return {};
    const annotations = annotationsOf(file, this.sorted(bindings));
    return placeAt(annotations, this.context.table.outline(file)?.symbols ?? [], position);
  }

  /** Returns the files that surely have annotations. */
  annotatedFiles(): string[] {
    const isThere = (file: string): boolean =>
      this.byTarget.get(file).some(({ binding }) => annotatedPlace(binding)?.file === file);
    return [...this.byTarget.keys()].filter(isThere);
  }

  /** Takes in a note that is new or has changed. */
  setNote(note: Note, isOver = never): void {
    this.setNotes([note], isOver);
  }

  /**
   * Takes in notes that are new or have changed, one after the other until there is no more time. The anchors of new ones are bound
   * last, unless a file that was read has their type: while a tree is read, that is what the reader looks at.
   */
  setNotes(notes: Iterable<Note>, isOver = never): void {
    const change = new Change();
    const found: Found = new Map();
    for (const note of notes) {
      const isNew = !this.notes.has(note.uri);
      this.drop(note.uri, change);
      const entries = note.anchors.flatMap((anchor) =>
        anchor.parsed.ok ? [newEntry(note.uri, anchor, anchor.parsed.anchor)] : [],
      );
      this.notes.set(note.uri, entries);
      change.notes.add(note.uri);
      const types = new Set(entries.flatMap(({ names }) => names));
      const read = new Set([...types].filter((type) => this.context.table.hasType(type)));
      for (const entry of entries) {
        for (const name of entry.names) this.byName.add(name, entry);
        // The answers about a note that has changed must not be lost in between.
        if (isNew) this.addNew(entry, read);
        else this.bind(entry, change, found);
      }
      if (isOver()) break;
    }
    this.settle(isOver, change, found);
  }

  removeNote(uri: string): void {
    const change = new Change();
    this.drop(uri, change);
    if (this.notes.delete(uri)) change.notes.add(uri);
    this.announce(change);
  }

  /** Takes in that files of the tree were read, read again, found or removed. The table has the change already. */
  filesChanged(files: Iterable<string>, isOver = never): void {
    const add = (entries: Iterable<Entry>): void => {
      for (const entry of entries) this.concerned.add(entry);
    };
    for (const file of files) {
      add(this.byTarget.get(file));
      add(this.byDependency.get(file));
      for (const name of this.context.table.packages(file)) add(this.byName.get(name));
      for (const owner of this.context.table.owners(file)) add(this.byName.get(withoutDollars(owner)));
    }
    if (this.context.table.complete !== this.wasComplete) add(this.unsettled);
    this.wasComplete = this.context.table.complete;
    this.settle(isOver);
  }

  /** Takes in that all files of the tree are known now, so that there may be others to wait for. */
  filesListed(isOver = never): void {
    for (const entries of this.notes.values()) for (const entry of entries) this.concerned.add(entry);
    this.wasComplete = this.context.table.complete;
    this.settle(isOver);
  }

  /** Whether no entry is left to be bound again. */
  get isSettled(): boolean {
    return this.concerned.size === 0 && this.urgent.size === 0;
  }

  /** Binds the entries that are to be bound again. Nothing changes in the tree meanwhile, so that `found` holds for all of them. */
  settle(isOver = never, change = new Change(), found: Found = new Map()): void {
    for (const entries of [this.urgent, this.concerned]) {
      for (const entry of entries) {
        entries.delete(entry);
        this.bind(entry, change, found);
        if (isOver()) return this.announce(change);
      }
    }
    this.announce(change);
  }

  /** Yields the files that would settle open answers once they are read; some may be read already. */
  *waitedFor(): Iterable<string> {
    for (const { binding, awaited } of this.unsettled) {
      if (isWaiting(binding.result)) yield* awaited;
    }
  }

  /** The files in which quotes are to be looked for. */
  get searched(): Iterable<string> {
    return this.searches.keys();
  }

  /** Returns the quotes to look for in these files, which are all without `files`. */
  pending(files: Iterable<string> = this.searched): PendingSearch[] {
    const entries = [...files].flatMap((file) => this.searches.get(file));
    return entries.flatMap(({ pending }) => pending?.search ?? []);
  }

  /**
   * Takes in the places of quotes, which are undefined where the file could not be read. An answer that comes too late is
   * ignored.
   */
  answer(answers: Iterable<{ readonly search: PendingSearch; readonly places: readonly Range[] | undefined }>): void {
    const change = new Change();
    for (const { search, places } of answers) {
      const entry = this.searches.get(search.file).find(({ pending }) => pending?.search.id === search.id);
      if (entry?.pending === undefined) continue;
      const { target } = entry.pending;
      this.endSearch(entry);
      this.setResult(entry, finishSearch(target, places), [target.file], change);
    }
    this.announce(change);
  }

  /** Sorts bindings by note, then by place in it. */
  private sorted(bindings: readonly Binding[]): Binding[] {
    const ranks = new Map(bindings.map(({ note }) => [note, 1]));
    for (const note of ranks.keys()) if (this.isFirst(note)) ranks.set(note, 0);
    return [...bindings].sort((a, b) => (ranks.get(a.note) ?? 1) - (ranks.get(b.note) ?? 1) || inOrder(a, b));
  }

  /** Puts an entry among those to be bound. Before all files are known, nothing can be said of a type that was not read. */
  private addNew(entry: Entry, read: ReadonlySet<string>): void {
    const { isListed = true } = this.context;
    const isFile = entry.parsed.target.kind === 'file';
    if (entry.names.some((type) => read.has(type))) this.urgent.add(entry);
    else if (isListed || isFile) this.concerned.add(entry);
  }

  private bind(entry: Entry, change: Change, found: Found): void {
    this.endSearch(entry);
    const resolution = resolve(entry.parsed, this.context, found);
    if (resolution.kind === 'done') {
      this.setResult(entry, resolution.result, resolution.waitsFor, change);
      return;
    }
    const { target, search } = resolution;
    entry.pending = { target, search: { ...search, id: ++this.lastSearch } };
    this.searches.add(search.file, entry);
    this.setResult(entry, keepsPlace(entry.binding.result, target) ? entry.binding.result : notRead, [target.file], change);
  }

  private endSearch(entry: Entry): void {
    if (entry.pending !== undefined) this.searches.remove(entry.pending.search.file, entry);
    entry.pending = undefined;
  }

  private setResult(entry: Entry, result: BindingState, dependencies: readonly string[], change: Change): void {
    const before = entry.binding.result;
    const files = filesOf(result);
    for (const file of entry.files) this.byDependency.remove(file, entry);
    entry.awaited = dependencies;
    // If the binding waits for all of them, watching one is enough: it tells when to look again and whether to wait for the next.
    entry.files = isWaiting(result) ? dependencies.slice(-1) : dependencies;
    for (const file of entry.files) this.byDependency.add(file, entry);
    const isUnsettled = entry.pending === undefined && (result.state === 'missing' || result.state === 'unavailable');
    if (isUnsettled) this.unsettled.add(entry);
    else this.unsettled.delete(entry);
    if (isSame(before, result) && this.byTarget.hasAll(files, entry)) return;
    this.forget([...filesOf(before), ...files]);
    for (const file of filesOf(before)) this.byTarget.remove(file, entry);
    for (const file of files) this.byTarget.add(file, entry);
    entry.binding = { note: entry.note, anchor: entry.anchor, result };
    change.add(entry.note, before, result);
  }

  private drop(uri: string, change: Change): void {
    for (const entry of this.notes.get(uri) ?? []) {
      for (const name of entry.names) this.byName.remove(name, entry);
      for (const file of entry.files) this.byDependency.remove(file, entry);
      const files = filesOf(entry.binding.result);
      this.forget(files);
      for (const file of files) this.byTarget.remove(file, entry);
      this.endSearch(entry);
      this.unsettled.delete(entry);
      this.concerned.delete(entry);
      this.urgent.delete(entry);
      change.add(uri, entry.binding.result);
    }
  }

  private forget(files: readonly string[]): void {
    for (const file of files) this.annotations.delete(file);
  }

  private announce(change: Change): void {
    if (change.notes.size > 0 || change.files.size > 0) this.changed(change);
  }
}

class Change implements BindingChange {
  readonly notes = new Set<string>();
  readonly files = new Set<string>();

  add(note: string, ...results: readonly BindingState[]): void {
    this.notes.add(note);
    for (const result of results) {
      const file = targetOf(result)?.file;
      if (file !== undefined) this.files.add(file);
    }
  }
}

function newEntry(note: string, anchor: NoteAnchor, parsed: Anchor): Entry {
  const { target } = parsed;
  const names = target.kind === 'symbol' ? typesConcerned(target) : [];
  return { note, anchor, parsed, names, binding: { note, anchor, result: notRead }, files: [], awaited: [], pending: undefined };
}

function isWaiting(result: BindingState): boolean {
  return result.state === 'unavailable' && result.why === 'notIndexedYet';
}

function isSame(one: BindingState, other: BindingState): boolean {
  return one === other || (one.state === other.state && JSON.stringify(one) === JSON.stringify(other));
}

/** Compares bindings by note, then by place in it. */
function inOrder(one: Binding, other: Binding): number {
  if (one.note !== other.note) return one.note < other.note ? -1 : 1;
  return comparePositions(one.anchor.linkRange.start, other.anchor.linkRange.start);
}

/** Returns the files that a state leads into, or might lead into. */
function filesOf(result: BindingState): readonly string[] {
  switch (result.state) {
    case 'exact':
    case 'edited':
    case 'moved':
      return [result.target.file];
    case 'ambiguous':
      return [...new Set(result.targets.map(({ file }) => file))];
    case 'missing':
      return [...new Set(result.candidates.map(({ target }) => target.file))];
    case 'unavailable':
      return [];
    default:
      return result satisfies never;
  }
}

/**
 * Returns whether a binding may keep its place: while a quote is looked for again in a changed file, its old place in the same
 * symbol is the best answer there is.
 */
function keepsPlace(result: BindingState, target: Target): boolean {
  return result.state === 'exact' && result.target.file === target.file && result.target.symbol?.path === target.symbol?.path;
}
