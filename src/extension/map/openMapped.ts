import * as vscode from 'vscode';
import { toEditorRange } from '../adapters/ranges';
import type { SourceTree } from '../model/model';
import { topLevelTypeOf } from '../../core/map/fileTypes';

/** Opens a file of the tree, at a top-level type of it. What is not the tree's is not opened. */
export async function openMapped(tree: SourceTree, file: string, type: string | null, column: vscode.ViewColumn): Promise<void> {
  const { table } = tree;
  if (!table.files.has(file)) return;
  const packages = table.packages(file);
  const declared = table.outline(file)?.symbols.find(({ path }) => topLevelTypeOf(path, packages) === type);
  const place = type === null || declared === undefined ? undefined : toEditorRange(declared.nameRange);
  try {
    await vscode.window.showTextDocument(tree.uriOf(file), {
      viewColumn: column,
      preview: true,
      ...(place === undefined ? {} : { selection: new vscode.Range(place.start, place.start) }),
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} cannot be opened: {1}', file, why));
  }
}

/** Where code opens from a tab: in another group of editors where there is one or one is asked for, else in its own. */
export function columnBeside(own: vscode.ViewColumn | undefined, isWanted: boolean): vscode.ViewColumn {
  const other = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn !== own);
  return other?.viewColumn ?? (isWanted ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active);
}
