import * as vscode from 'vscode';
import type { Binding } from '../../core/bindings/binding';
import type { Note, NoteAnchor } from '../../core/notes/note';
import type { Mention } from '../../core/references/mention';
import { referencesAt, type PlaceReferences, type ReferringSection } from '../../core/references/symbolReferences';
import { areSameItems } from '../../core/util/sameItems';
import { Debounced, Lifetime, Slot, type Disposable } from '../../workspace/lifetime';
import type { Model, SourceTree } from '../model/model';
import type { NoteWorker } from '../../workspace/notes/noteWorker';
import { NoteMentions } from '../../workspace/references/noteMentions';
import type { ShownReferences } from './referenceNode';
import { referenceNodes } from './referenceNodes';
import { messageFor, nameOf } from './referenceWords';

/** The milliseconds for which the cursor, or the indexing of files, rests before the view follows. */
const rest = 100;

/** The cursor's last place in a file of a source tree. */
interface CursorPlace {
  readonly uri: vscode.Uri;
  readonly tree: SourceTree;
  readonly file: string;
  readonly position: vscode.Position;
}

/** The values from which the shown references were made. */
interface Made {
  readonly key: string;
  readonly notes: readonly Note[];
}

/** Tells where the notes speak of the cursor's symbol, as long as somebody wants to know. */
export class CursorReferences extends Lifetime {
  private place: CursorPlace | undefined;
  private known: ShownReferences | undefined;
  private made: Made | undefined;
  /** The number of the last look. An older look that takes longer is dropped. */
  private turn = 0;
  private readonly mentions: NoteMentions;
  private readonly looking = this.register(new Debounced(rest, () => void this.look()));
  private readonly following = this.register(new Slot<Disposable>());
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly model: Model,
    noteWorker: NoteWorker,
  ) {
    super();
    this.mentions = new NoteMentions(noteWorker);
  }

  get shown(): ShownReferences | undefined {
    return this.known;
  }

  async follow(isWanted: boolean): Promise<void> {
    if (!isWanted) this.following.value = undefined;
    else this.following.value ??= this.listen();
    if (isWanted) await this.look();
  }

  private listen(): Disposable {
    const { bindings, trees } = this.model;
    const isHere = (uris: ReadonlySet<string>): boolean => this.place !== undefined && uris.has(this.place.uri.toString());
    const soon = () => this.looking.request();
    return vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(soon),
      vscode.window.onDidChangeActiveTextEditor(soon),
      trees.onDidChange(soon),
      bindings.onDidChange((uris) => (isHere(uris) ? soon() : undefined)),
      // There may be more to say, or nothing at all, until everything is indexed.
      trees.onDidIndex((tree) => (tree === this.place?.tree && this.known?.message !== '' ? soon() : undefined)),
    );
  }

  private async look(): Promise<void> {
    const turn = ++this.turn;
    this.place = placeIn(vscode.window.activeTextEditor, this.model) ?? this.stillThere();
    const { place } = this;
    if (place === undefined) return this.show({ nodes: [], name: '', message: '' }, { key: 'nowhere', notes: [] });
    const symbols = place.tree.table.outline(place.file)?.symbols ?? [];
    const found = referencesAt(this.ofLibrary(place.uri), symbols, place.position);
    const message = messageFor(found, place, this.model);
    const notes = notesOf(found, this.model);
    const made = { key: keyOf(found, message, place.uri), notes };
    if (isSame(made, this.made)) return;
    const said = await this.read(notes);
    if (turn !== this.turn || this.isDisposed) return;
    this.show({ nodes: referenceNodes(found, this.model.notes, said), name: nameOf(found, place.file), message }, made);
  }

  private show(shown: ShownReferences, made: Made): void {
    if (isSame(made, this.made)) return;
    this.made = made;
    this.known = shown;
    this.changed.fire();
  }

  /** A note beside the code, the panel or the terminal does not make the reader leave the symbol. */
  private stillThere(): CursorPlace | undefined {
    return this.place !== undefined && this.model.trees.all.includes(this.place.tree) ? this.place : undefined;
  }

  private ofLibrary(file: vscode.Uri): readonly Binding[] {
    return this.model.bindings.leadingInto(file).filter(({ note }) => this.model.notes.note(note) !== undefined);
  }

  private async read(notes: readonly Note[]): Promise<(note: Note, anchor: NoteAnchor) => Mention | undefined> {
    const said = new Map(await Promise.all(notes.map(async (note) => [note, await this.mentions.of(note)] as const)));
    return (note, anchor) => said.get(note)?.(anchor);
  }
}

function placeIn(editor: vscode.TextEditor | undefined, { trees }: Model): CursorPlace | undefined {
  const uri = editor?.document.uri;
  const tree = uri === undefined ? undefined : trees.of(uri);
  const file = uri === undefined ? undefined : tree?.fileOf(uri);
  if (editor === undefined || uri === undefined || tree === undefined || file === undefined) return undefined;
  return { uri, tree, file, position: positionOf(editor) };
}

/** Returns the cursor's place. In the indentation of a line it counts as the line's first character. */
function positionOf({ document, selection: { active } }: vscode.TextEditor): vscode.Position {
  const { firstNonWhitespaceCharacterIndex: indentation, isEmptyOrWhitespace } = document.lineAt(active.line);
  return isEmptyOrWhitespace || active.character > indentation ? active : active.with({ character: indentation });
}

function sectionsIn(found: PlaceReferences): ReferringSection[] {
  return [found, ...found.members].flatMap(({ about, mentions, references, possibly }) => [
    ...about,
    ...mentions,
    ...references,
    ...possibly,
  ]);
}

function notesOf(found: PlaceReferences, { notes }: Model): Note[] {
  return [...new Set(sectionsIn(found).map(({ note }) => note))].flatMap((uri) => notes.note(uri) ?? []);
}

/** Returns a key that differs where the view has something else to show of the same notes. */
function keyOf(found: PlaceReferences, message: string, uri: vscode.Uri): string {
  const anchors = [found, ...found.members].map((one) => [one.symbol?.path, one.symbol?.parameters, one.symbol?.nameRange]);
  const states = sectionsIn(found).flatMap(({ note, bindings }) => [
    note,
    ...bindings.map(({ anchor, result }) => [anchor.linkRange, result.state]),
  ]);
  return JSON.stringify([uri.toString(), message, anchors, states]);
}

function isSame(one: Made, other: Made | undefined): boolean {
  return one.key === other?.key && areSameItems(one.notes, other.notes);
}
