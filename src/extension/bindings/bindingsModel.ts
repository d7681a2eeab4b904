import * as vscode from 'vscode';
import type { AnnotatingSection } from '../../core/bindings/annotation';
import type { AnnotatedPlace } from '../../core/bindings/placeAt';
import { targetOf, type Binding } from '../../core/bindings/binding';
import type { Position } from '../../core/util/range';
import type { BoundNotes } from '../../workspace/boundNotes';
import type { TreeBindings } from '../../workspace/bindings/treeBindings';
import { Lifetime } from '../../workspace/lifetime';
import type { EditorTree } from '../indexing/editorTree';
import type { TreesModel } from '../indexing/treesModel';
import type { AnnotatedCode, Annotation, Bindings, CodeAt } from '../model/model';
import type { NotesModel } from '../notes/notesModel';

/** Gives the bindings to the editor's views, with one event that names the URIs whose answers have changed. */
export class BindingsModel extends Lifetime implements Bindings {
  private readonly changed = this.register(new vscode.EventEmitter<ReadonlySet<string>>());
  readonly onDidChange = this.changed.event;
  private active: EditorTree | undefined;

  constructor(
    private readonly bound: BoundNotes,
    private readonly notes: NotesModel,
    private readonly trees: TreesModel,
  ) {
    super();
    this.register(bound.bindings.onDidChange((uris) => this.changed.fire(uris)));
    this.register(trees.onDidChange(() => this.treesChanged()));
  }

  ofNote(note: string): readonly Binding[] {
    return this.bound.bindings.ofNote(note);
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

  at(file: vscode.Uri, position: Position): CodeAt {
    const where = this.placeOf(file);
    const found = where?.bindings.index.placeAt(where.path, position, (note) => this.notes.note(note) !== undefined);
    return { place: this.code(found?.place), around: this.code(found?.around) };
  }

  private code(place: AnnotatedPlace | undefined): AnnotatedCode | undefined {
    return place && { symbol: place.symbol, quote: place.quote, annotations: this.annotations(place.sections) };
  }

  private placeOf(file: vscode.Uri): { readonly bindings: TreeBindings; readonly path: string } | undefined {
    const tree = this.trees.of(file);
    const path = tree?.fileOf(file);
    return tree === undefined || path === undefined ? undefined : { bindings: this.bound.byTree.of(tree.indexed), path };
  }

  /** Returns the annotations of these sections. Notes outside of the note folders have bindings, but do not annotate code. */
  private annotations(sections: readonly AnnotatingSection[]): readonly Annotation[] {
    return sections.flatMap(({ note: uri, section: index, role, binding }): Annotation[] => {
      const [note, target] = [this.notes.note(uri), targetOf(binding.result)];
      const section = note?.sections[index];
      return note === undefined || section === undefined || target === undefined
        ? []
        : [{ note, section, role, binding, target }];
    });
  }

  /**
   * Tells the views of the visible editors to ask again where another tree is active: the answers for their files are others
   * there.
   */
  private treesChanged(): void {
    if (this.active === this.trees.active) return;
    this.active = this.trees.active;
    this.changed.fire(new Set(vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString())));
  }
}
