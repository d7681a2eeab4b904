import * as vscode from 'vscode';
import type { AnnotatingSection } from '../../core/bindings/annotation';
import { targetOf, type Binding } from '../../core/bindings/binding';
import type { Note } from '../../core/notes/note';
import type { Position } from '../../core/util/range';
import type { BindingsByTree, TreeBindingChange } from '../../workspace/bindings/bindingsByTree';
import type { TreeBindings } from '../../workspace/bindings/treeBindings';
import { Lifetime } from '../../workspace/lifetime';
import type { EditorTree } from '../indexing/editorTree';
import type { TreesModel } from '../indexing/treesModel';
import type { Annotation, AnnotatedSymbol, Bindings } from '../model/model';
import type { NotesModel } from '../notes/notesModel';
import type { VisitingNotes } from '../notes/visitingNotes';

/** Shows the bindings to the editor's views, with one event that names the URIs whose answers are others. */
export class BindingsModel extends Lifetime implements Bindings {
  private readonly changed = this.register(new vscode.EventEmitter<ReadonlySet<string>>());
  readonly onDidChange = this.changed.event;
  private active: EditorTree | undefined;

  constructor(
    private readonly byTree: BindingsByTree,
    private readonly notes: NotesModel,
    private readonly visiting: VisitingNotes,
    private readonly trees: TreesModel,
  ) {
    super();
    this.register(byTree.onDidChange((change) => this.bindingsChanged(change)));
    for (const { onDidChange } of [notes, visiting]) this.register(onDidChange((uris) => this.notesChanged(uris)));
    this.register(trees.onDidChange(() => this.treesChanged()));
  }

  ofNote(note: string): readonly Binding[] {
    const tree = this.trees.active;
    if (tree !== undefined) return this.byTree.of(tree.indexed).index.byNote(note);
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

  private placeOf(file: vscode.Uri): { readonly bindings: TreeBindings; readonly path: string } | undefined {
    const tree = this.trees.of(file);
    const path = tree?.fileOf(file);
    return tree === undefined || path === undefined ? undefined : { bindings: this.byTree.of(tree.indexed), path };
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

  private bindingsChanged({ tree, notes, files }: TreeBindingChange): void {
    const sources = Array.from(files, (file) => tree.uriOf(file));
    this.changed.fire(new Set([...(tree === this.trees.active?.indexed ? notes : []), ...sources]));
  }

  private notesChanged(uris: ReadonlySet<string>): void {
    if (this.trees.active === undefined) this.changed.fire(uris);
  }

  private treesChanged(): void {
    if (this.active === this.trees.active) return;
    this.active = this.trees.active;
    const notes = [...this.notes.all(), ...this.visiting.all()].map((note: Note) => note.uri);
    const editors = vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString());
    this.changed.fire(new Set([...notes, ...editors]));
  }
}
