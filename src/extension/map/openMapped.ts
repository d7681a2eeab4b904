import * as vscode from 'vscode';
import { showError } from '../editor/messages';
import { toEditorRange } from '../editor/ranges';
import { isSameSymbol } from '../../core/symbols/symbol';
import type { Model, SourceTree } from '../model/model';
import { topLevelTypeOf } from '../../core/map/fileTypes';
import { typeKinds } from '../../core/symbols/symbol';

/**
 * Opens a file of the tree at one of its top-level types, or at the type that the file is named after, and the section about that
 * type in the panel, which does not take the focus. A file that is not the tree's is not opened.
 */
export async function openMapped(
  tree: SourceTree,
  file: string,
  type: string | null,
  column: vscode.ViewColumn,
  { bindings, panel, navigation }: Pick<Model, 'bindings' | 'panel' | 'navigation'>,
): Promise<void> {
  const { table } = tree;
  if (!table.files.has(file)) return;
  const symbols = table.outline(file)?.symbols ?? [];
  const packages = table.packages(file);
  const name = type ?? /([^/]+)\.\w+$/.exec(file)?.[1];
  const named = symbols.find(({ path }) => topLevelTypeOf(path, packages) === name);
  const declared = named ?? (type === null ? symbols.find(({ kind }) => typeKinds.has(kind)) : undefined);
  const place = declared && toEditorRange(declared.nameRange);
  try {
    await vscode.window.showTextDocument(tree.uriOf(file), {
      viewColumn: column,
      preview: true,
      ...(place === undefined ? {} : { selection: new vscode.Range(place.start, place.start) }),
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    showError(vscode.l10n.t('{0} cannot be opened: {1}', file, why));
    return;
  }
  // A class and its companion object are one type on the map, and the section may be about either.
  const plain = (path: string): string => path.replace(/\$$/, '');
  const types = declared && symbols.filter(({ kind, path }) => typeKinds.has(kind) && plain(path) === plain(declared.path));
  const about = bindings
    .ofFile(tree.uriOf(file))
    .find(({ role, target: { symbol } }) => role === 'subject' && types?.some((type) => isSameSymbol(type, symbol)) === true);
  if (about !== undefined && !panel.pinned) await navigation.openSection({ note: about.note.uri, slug: about.section.slug });
}

/**
 * Returns the column in which code opens from a tab: another group of editors where there is one or one is asked for, else the
 * tab's own.
 */
export function columnBeside(own: vscode.ViewColumn | undefined, isWanted: boolean): vscode.ViewColumn {
  const other = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn !== own);
  return other?.viewColumn ?? (isWanted ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active);
}
