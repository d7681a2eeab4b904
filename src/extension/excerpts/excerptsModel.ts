import * as vscode from 'vscode';
import { targetOf, type Binding, type Target } from '../../core/bindings/binding';
import type { Excerpt } from '../../core/excerpts/excerpt';
import { cutExcerpt, longestExcerpt, shortExcerpt } from '../../core/excerpts/excerptCode';
import { excerptLines } from '../../core/excerpts/excerptLines';
import { liesInside } from '../../source/containment';
import type { Folders } from '../../source/folders';
import { Lifetime } from '../../workspace/lifetime';
import type { Bindings, Excerpts, SourceTree, SourceTrees } from '../model/model';
import { SourceTexts, type SourceText } from '../uses/sourceTexts';

/** The number of notes whose excerpts are kept and followed. */
const mostNotes = 6;

/** An excerpt, and what it was made of: with the same it is not made again. */
interface Known {
  readonly result: Binding['result'];
  readonly tree: SourceTree | undefined;
  readonly reading: unknown;
  readonly excerpt: Excerpt;
}

/** What is known of the excerpts of a note. */
interface NoteExcerpts {
  /** By the anchor's text and whether all of its code is wanted. */
  readonly known: Map<string, Known>;
  /** The readings of the files that they were taken from, by the files' paths. */
  readonly readings: Map<string, unknown>;
}

/** Cuts the excerpts of notes out of the reader's own source, and tells when they may have changed. */
export class ExcerptsModel extends Lifetime implements Excerpts {
  private readonly changed = this.register(new vscode.EventEmitter<ReadonlySet<string>>());
  readonly onDidChange = this.changed.event;
  private readonly texts: SourceTexts;
  /** The notes that somebody asked for, the least recently asked first. */
  private readonly notes = new Map<string, NoteExcerpts>();
  /** Counts the changes of documents that are not indexed; it stands for their reading. */
  private plainReading = 0;

  constructor(
    private readonly trees: SourceTrees,
    private readonly bindings: Bindings,
    private readonly folders: Folders,
  ) {
    super();
    this.texts = new SourceTexts(folders);
    this.register(bindings.onDidChange((uris) => this.tell([...this.notes.keys()].filter((note) => uris.has(note)))));
    this.register(trees.onDidChange(() => this.tell([...this.notes.keys()])));
    this.register(trees.onDidIndex((tree) => this.treeIndexed(tree)));
    this.register(vscode.workspace.onDidChangeTextDocument(({ document }) => this.documentChanged(document.uri)));
    // What was typed and not saved is gone with its document.
    this.register(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.documentChanged(uri)));
  }

  async read(note: string, whole: ReadonlySet<string> = new Set()): Promise<ReadonlyMap<string, Excerpt>> {
    const tree = this.trees.active;
    const kept = this.keep(note);
    const found = new Map<string, Excerpt>();
    const byFile = new Map<string, { readonly binding: Binding; readonly target: Target }[]>();
    for (const binding of excerptBindings(this.bindings.ofNote(note))) {
      const target = targetOf(binding.result);
      if (tree === undefined || target === undefined) found.set(binding.anchor.text, { kind: 'none', result: binding.result });
      else byFile.set(target.file, [...(byFile.get(target.file) ?? []), { binding, target }]);
    }
    kept.readings.clear();
    if (tree === undefined) return found;
    for (const file of byFile.keys()) kept.readings.set(file, this.readingOf(tree, file));
    for (const [file, group] of byFile) {
      const reading = kept.readings.get(file) ?? this.readingOf(tree, file);
      // One reading of a file serves all excerpts from it, and none is read where all are known.
      let asked: Promise<SourceText | undefined> | undefined;
      const source = (): Promise<SourceText | undefined> => (asked ??= this.textOf(tree, file, reading));
      for (const { binding, target } of group) {
        const { text } = binding.anchor;
        const isWhole = whole.has(text);
        const key = `${isWhole ? 'whole' : 'short'} ${text}`;
        const last = kept.known.get(key);
        const before = last?.tree === tree ? last : undefined;
        const isKnown = before?.result === binding.result && before.reading === reading;
        const excerpt = isKnown ? before.excerpt : excerptOf(binding, target, await source(), isWhole, before);
        kept.known.set(key, { result: binding.result, tree, reading, excerpt });
        found.set(text, excerpt);
      }
    }
    return found;
  }

  /** The file of a note's anchor is one of the tree's. A link in the tree may lead out of it; what is there is none of the tree's. */
  private async textOf(tree: SourceTree, file: string, reading: unknown): Promise<SourceText | undefined> {
    const isInside = await liesInside(tree.uriOf(file).toString(), tree.root.toString(), this.folders);
    return isInside ? this.texts.of(tree, file, reading) : undefined;
  }

  /** What was indexed of a file tells one state of its text from another; a file that is not source has only the changes in editors. */
  private readingOf(tree: SourceTree, file: string): unknown {
    return tree.table.indexed(file) ?? this.plainReading;
  }

  private keep(note: string): NoteExcerpts {
    const kept = this.notes.get(note) ?? { known: new Map<string, Known>(), readings: new Map<string, unknown>() };
    this.notes.delete(note);
    this.notes.set(note, kept);
    for (const oldest of this.notes.keys()) {
      if (this.notes.size <= mostNotes) break;
      this.notes.delete(oldest);
    }
    return kept;
  }

  private treeIndexed(tree: SourceTree): void {
    if (tree !== this.trees.active) return;
    const isOther = ([file, reading]: [string, unknown]): boolean => this.readingOf(tree, file) !== reading;
    this.tell([...this.notes].flatMap(([note, { readings }]) => ([...readings].some(isOther) ? [note] : [])));
  }

  private documentChanged(uri: vscode.Uri): void {
    const tree = this.trees.active;
    const file = tree?.fileOf(uri);
    if (tree === undefined || file === undefined || tree.table.files.has(file)) return;
    const notes = [...this.notes].flatMap(([note, { readings }]) => (readings.has(file) ? [note] : []));
    if (notes.length === 0) return;
    this.plainReading++;
    this.tell(notes);
  }

  private tell(notes: readonly string[]): void {
    if (notes.length > 0) this.changed.fire(new Set(notes));
  }
}

/** Returns the bindings of excerpts, the first one of each anchor's text: the others lead to the same place. */
function excerptBindings(bindings: readonly Binding[]): Iterable<Binding> {
  const excerpts = bindings.filter(({ anchor }) => anchor.inBlock === 'excerpt').reverse();
  return new Map(excerpts.map((binding) => [binding.anchor.text, binding])).values();
}

/**
 * Makes an excerpt. Where the text is further than what is bound, as while somebody types, the excerpt stays as it was: the file is
 * indexed again soon.
 */
function excerptOf(
  { anchor, result }: Binding,
  target: Target,
  source: SourceText | undefined,
  isWhole: boolean,
  before: Known | undefined,
): Excerpt {
  if (source === undefined) return { kind: 'none', result: { state: 'unavailable', why: 'unreadable' } };
  const lines = anchor.parsed.ok ? excerptLines(target, anchor.parsed.anchor, source.text, source.lines) : undefined;
  if (lines === undefined) {
    const shown = before?.excerpt;
    const isOfSame = shown?.kind === 'code' && shown.target.file === target.file && isSameName(shown.target, target);
    return isOfSame ? shown : { kind: 'none', result: { state: 'unavailable', why: 'notIndexedYet' } };
  }
  return {
    kind: 'code',
    result,
    target,
    code: cutExcerpt(source.text, source.lines, lines, isWhole ? longestExcerpt : shortExcerpt),
  };
}

function isSameName({ symbol: one }: Target, { symbol: other }: Target): boolean {
  return one?.path === other?.path && one?.kind === other?.kind && one?.parameters?.join() === other?.parameters?.join();
}
