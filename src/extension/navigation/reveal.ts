import * as vscode from 'vscode';
import type { Target } from '../../core/bindings/binding';
import { toEditorRange } from '../editor/ranges';
import { Lifetime, Slot, type Disposable } from '../../workspace/lifetime';
import type { SourceTree } from '../model/model';
import { isNote } from '../../workspace/notes/noteFiles';

/** Milliseconds that a place which was jumped to stays lit. */
const flashTime = 1200;

/** Opens code and lights it up once. */
export class Revealer extends Lifetime {
  private light: vscode.TextEditorDecorationType | undefined;
  private readonly flashing = this.register(new Slot<Disposable>());

  /** Made with the first jump: most windows never jump. */
  private get lit(): vscode.TextEditorDecorationType {
    this.light ??= this.register(
      vscode.window.createTextEditorDecorationType({
        isWholeLine: true,
        backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
        borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
        overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.rangeHighlightForeground'),
        rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      }),
    );
    return this.light;
  }

  async reveal(tree: SourceTree, target: Target, viewColumn = columnForCode()): Promise<vscode.TextEditor> {
    const document = await vscode.workspace.openTextDocument(tree.uriOf(target.file));
    const range = document.validateRange(toEditorRange(target.range));
    const editor = await vscode.window.showTextDocument(document, {
      viewColumn,
      selection: new vscode.Range(range.start, range.start),
      preview: true,
    });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    this.flash(editor, range);
    return editor;
  }

  flash(editor: vscode.TextEditor, range: vscode.Range): void {
    // First the old light goes out: it would take the new one with it.
    this.flashing.value = undefined;
    editor.setDecorations(this.lit, [range]);
    const timer = setTimeout(() => (this.flashing.value = undefined), flashTime);
    this.flashing.value = {
      dispose: () => {
        clearTimeout(timer);
        editor.setDecorations(this.lit, []);
      },
    };
  }
}

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
    (input instanceof vscode.TabInputWebview && /markdown\.preview|kafkaNotes\.noteTab/.test(input.viewType)) ||
    ((input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) && isNote(input.uri.path))
  );
}
