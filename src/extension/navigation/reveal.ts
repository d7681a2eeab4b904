import * as vscode from 'vscode';
import type { Target } from '../../core/bindings/binding';
import { toEditorRange } from '../editor/ranges';
import { Lifetime, Slot, type Disposable } from '../../workspace/lifetime';
import type { SourceTree } from '../model/model';
import { columnForCode } from './columns';

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
