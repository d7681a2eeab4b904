import * as vscode from 'vscode';
import type { AnnotatingSection } from '../../core/bindings/annotation';
import { targetOf, type Binding } from '../../core/bindings/binding';
import type { Note } from '../../core/notes/note';
import type { Position } from '../../core/util/range';
import { Lifetime } from '../../workspace/lifetime';
import type { IndexedTree } from '../../workspace/indexing/indexedTree';
import type { Annotation, AnnotatedSymbol, Bindings } from '../model/model';
import type { NotesModel } from '../notes/notesModel';
import { TreeBindings } from '../../workspace/bindings/treeBindings';
import type { TreesModel } from '../indexing/treesModel';
import type { VisitingNotes } from '../notes/visitingNotes';

/** The bindings of every tree that somebody asks about, behind one event that names the URIs whose answers are others. */
export class BindingsModel extends Lifetime implements Bindings {
  private readonly byTree = new Map<IndexedTree, TreeBindings>();
  private readonly changed = this.register(new vscode.EventEmitter<ReadonlySet<string>>());
  readonly onDidChange = this.changed.event;
  private active: IndexedTree | undefined;

  constructor(
    private readonly notes: NotesModel,
    private readonly visiting: VisitingNotes,
    private readonly trees: TreesModel,
  ) {
    super();
    this.register(notes.onDidChange((uris) => this.notesChanged(uris)));
    this.register(visiting.onDidChange((uris) => this.notesChanged(uris)));
    this.register(trees.onDidChange(() => this.treesChanged()));
  }

  ofNote(note: string): readonly Binding[] {
    const tree = this.trees.active;
    if (tree !== undefined) return this.of(tree).index.byNote(note);
    const anchors = (this.notes.note(note) ?? this.visiting.note(note))?.anchors.filter(({ parsed }) => parsed.ok) ?? [];
    return anchors.map((anchor) => ({ note, anchor, result: { state: 'unavailable', why: 'noSourceTree' } }));
  }

  ofFile(file: vscode.Uri): readonly Annotation[] {
    const place = this.placeOf(file);
    return place === undefined
      ? []
      : place.bindings.index.byFile(place.path).flatMap(({ sections }) => this.annotations(sections));
  }

  leadingInto(file: vscode.Uri): readonly Binding[] {
    const place = this.placeOf(file);
    return place?.bindings.index.leadingInto(place.path) ?? [];
  }

  at(file: vscode.Uri, position: Position): AnnotatedSymbol | undefined {
    const place = this.placeOf(file);
    const found = place?.bindings.index.annotationsAt(place.path, position);
    if (found === undefined) return undefined;
    const annotations = this.annotations(found.sections);
    return annotations.length === 0 ? undefined : { symbol: found.symbol, annotations };
  }

  /** Everything known of a tree's bindings, from now on kept true. */
  of(tree: IndexedTree): TreeBindings {
    const known = this.byTree.get(tree);
    if (known !== undefined) return known;
    const bindings = new TreeBindings(tree, () => [...this.notes.all(), ...this.visiting.all()]);
    bindings.onDidChange(({ notes, files }) => {
      const sources = [...files].map((file) => tree.uriOf(file).toString());
      this.changed.fire(new Set([...(tree === this.trees.active ? notes : []), ...sources]));
    });
    this.byTree.set(tree, bindings);
    return bindings;
  }

  override dispose(): void {
    for (const bindings of this.byTree.values()) bindings.dispose();
    super.dispose();
  }

  private placeOf(file: vscode.Uri): { readonly bindings: TreeBindings; readonly path: string } | undefined {
    const tree = this.trees.of(file);
    const path = tree?.fileOf(file);
    return tree === undefined || path === undefined ? undefined : { bindings: this.of(tree), path };
  }

  /** Notes outside of the note folders have bindings, but do not annotate code. */
  private annotations(sections: readonly AnnotatingSection[]): readonly Annotation[] {
    return sections.flatMap(({ note: uri, section: index, role, binding }): Annotation[] => {
      const [note, target] = [this.notes.note(uri), targetOf(binding.result)];
      const section = note?.sections[index];
      return note === undefined || section === undefined || target === undefined
        ? []
        : [{ note, section, role, binding, target }];
    });
  }

  private notesChanged(uris: ReadonlySet<string>): void {
    const note = (uri: string) => this.notes.note(uri) ?? this.visiting.note(uri);
    for (const bindings of this.byTree.values()) bindings.notesChanged(uris, note);
    if (this.trees.active === undefined) this.changed.fire(uris);
  }

  private treesChanged(): void {
    for (const [tree, bindings] of this.byTree) {
      if (this.trees.all.includes(tree)) continue;
      bindings.dispose();
      this.byTree.delete(tree);
    }
    if (this.active === this.trees.active) return;
    this.active = this.trees.active;
    const notes = [...this.notes.all(), ...this.visiting.all()].map((note: Note) => note.uri);
    const editors = vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString());
    this.changed.fire(new Set([...notes, ...editors]));
  }
}
