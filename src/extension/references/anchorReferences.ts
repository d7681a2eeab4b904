import * as vscode from 'vscode';
import { targetOf, type Binding, type Target } from '../../core/bindings/binding';
import type { NoteAnchor } from '../../core/notes/note';
import { isSameSymbol } from '../../core/symbols/symbol';
import { toEditorRange } from '../editor/ranges';
import { anchorAt } from '../markdown/anchorAt';
import type { Model } from '../model/model';
import type { VisitingNotes } from '../notes/visitingNotes';
import { notePlace } from '../bindings/anchorLocations';

type Ask = vscode.ReferenceProvider['provideReferences'];

/**
 * Returns all anchors of all notes that surely lead to the same symbol or into it, and its declaration. Where it is not certain
 * where an anchor leads, it returns those that are written the same way.
 */
export function anchorReferences(model: Model, visiting: VisitingNotes): Ask {
  return async (document, position, { includeDeclaration }, token) => {
    const anchor = await anchorAt(visiting, document, position);
    if (anchor === undefined) return [];
    await Promise.all([model.notes.ready(), model.trees.ready()]);
    if (token.isCancellationRequested) return [];
    const tree = model.trees.active;
    const binding = model.bindings.ofNote(document.uri.toString()).find((one) => one.anchor.text === anchor.text);
    const target = binding && targetOf(binding.result);
    if (tree === undefined || target === undefined) return written(model, visiting, anchor);
    const same = model.bindings.leadingInto(tree.uriOf(target.file)).filter((one) => isSamePlace(one, target));
    const declaration = new vscode.Location(tree.uriOf(target.file), toEditorRange(target.symbol?.nameRange ?? target.range));
    return [...(includeDeclaration ? [declaration] : []), ...same.flatMap(({ note, anchor: one }) => notePlace(note, one))];
  };
}

/** A package and the file that describes it lie in the same file. */
function isSamePlace({ result }: Binding, { symbol, range }: Target): boolean {
  const other = targetOf(result);
  if (other === undefined || !isSameSymbol(other.symbol, symbol)) return false;
  return symbol !== undefined || other.range.start.line === range.start.line;
}

function written(model: Model, visiting: VisitingNotes, anchor: NoteAnchor): vscode.Location[] {
  const wanted = nameOf(anchor);
  const notes = [...model.notes.folders.flatMap((folder) => folder.notes), ...visiting.all()];
  return notes.flatMap(({ uri, anchors }) =>
    anchors.filter((one) => nameOf(one) === wanted).flatMap((one) => notePlace(uri, one)),
  );
}

/** Returns what the anchor names, without the place inside. */
function nameOf({ parsed, text }: NoteAnchor): string {
  return parsed.ok ? JSON.stringify(parsed.anchor.target) : text;
}
