import * as vscode from 'vscode';
import { noteTab } from '../editor/contributions';
import { isNote } from '../../workspace/notes/noteFiles';

/**
 * Returns the column that code opens in: where the reader works, unless a note stands there, which code must not cover. The column
 * is a number, since the editor would look for the active one only when it opens the code, and a click may have moved it to the
 * note by then.
 */
export function columnForCode(): vscode.ViewColumn {
  const { activeTabGroup, all } = vscode.window.tabGroups;
  const free = showsNote(activeTabGroup) ? all.find((group) => !showsNote(group)) : activeTabGroup;
  return free?.viewColumn ?? vscode.ViewColumn.Beside;
}

/** Returns whether a note is in front in a group of editors, as an editor or as a preview. */
function showsNote({ activeTab }: vscode.TabGroup): boolean {
  const input = activeTab?.input;
  return (
    (input instanceof vscode.TabInputWebview && [noteTab, 'markdown.preview'].some((type) => input.viewType.includes(type))) ||
    ((input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) && isNote(input.uri.path))
  );
}

/** Returns the column that a note's Markdown opens in: beside the code, if code is in front where the reader works. */
export function columnForNote(): vscode.ViewColumn {
  const { activeTabGroup, all } = vscode.window.tabGroups;
  const free = showsCode(activeTabGroup) ? all.find((group) => !showsCode(group)) : activeTabGroup;
  return free?.viewColumn ?? vscode.ViewColumn.Beside;
}

function showsCode({ activeTab }: vscode.TabGroup): boolean {
  return activeTab?.input instanceof vscode.TabInputText && !isNote(activeTab.input.uri.path);
}
