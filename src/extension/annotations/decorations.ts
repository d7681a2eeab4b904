import * as vscode from 'vscode';
import { colours, settings as names } from '../editor/contributions';
import { Lifetime, Paced } from '../../workspace/lifetime';
import type { Model } from '../model/model';
import type { Settings } from '../editor/settings';
import { marks, markLines, type Mark } from './annotationLines';
import { markedBy } from './markedBy';

/** The milliseconds between two times at which marks are set anew, of which a reader sees each one. */
const pause = 100;

/** Gutter icons and overview ruler marks in every visible editor of a source tree. */
export class Decorations extends Lifetime {
  private types: ReadonlyMap<Mark, vscode.TextEditorDecorationType>;
  /** The editors that have marks now. Editors without marks are left alone. */
  private readonly marked = new WeakSet<vscode.TextEditor>();
  /** The editors whose marks may be others now. While notes are bound, they are many times in a row. */
  private readonly changed = new Set<vscode.TextEditor>();
  private readonly pace = new Paced(pause, () => this.showChanged());

  constructor(
    private readonly model: Model,
    private readonly settings: Settings,
    private readonly icons: vscode.Uri,
  ) {
    super();
    this.types = this.createTypes();
    this.register({ dispose: () => this.disposeTypes() });
    this.register(vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach((editor) => this.show(editor))));
    this.register(
      model.bindings.onDidChange((uris) => {
        for (const editor of vscode.window.visibleTextEditors)
          if (uris.has(editor.document.uri.toString())) this.changed.add(editor);
        if (this.changed.size > 0) this.pace.request();
      }),
    );
    this.register(this.pace);
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        const ours = [names.gutterIcons, names.overviewRuler].some((name) =>
          event.affectsConfiguration(`${names.section}.${name}`),
        );
        if (ours) this.recreate();
      }),
    );
    this.showAll();
  }

  private showChanged(): void {
    for (const editor of this.changed) if (vscode.window.visibleTextEditors.includes(editor)) this.show(editor);
    this.changed.clear();
  }

  private showAll(): void {
    for (const editor of vscode.window.visibleTextEditors) this.show(editor);
  }

  private show(editor: vscode.TextEditor): void {
    const lines = markLines(this.model.bindings.ofFile(editor.document.uri), markedBy(this.settings.gutterIcons));
    if (lines.size === 0 && !this.marked.has(editor)) return;
    for (const [mark, type] of this.types) {
      const ranges = [...lines].filter(([line, one]) => one === mark && line < editor.document.lineCount);
      editor.setDecorations(
        type,
        ranges.map(([line]) => new vscode.Range(line, 0, line, 0)),
      );
    }
    if (lines.size === 0) this.marked.delete(editor);
    else this.marked.add(editor);
  }

  private recreate(): void {
    this.disposeTypes();
    this.types = this.createTypes();
    this.showAll();
  }

  private disposeTypes(): void {
    for (const type of this.types.values()) type.dispose();
  }

  private createTypes(): ReadonlyMap<Mark, vscode.TextEditorDecorationType> {
    return new Map(marks.map((mark) => [mark, this.createType(mark)]));
  }

  private createType(mark: Mark): vscode.TextEditorDecorationType {
    const gutter = (theme: string) => ({
      gutterIconPath: vscode.Uri.joinPath(this.icons, `${mark}-${theme}.svg`),
      gutterIconSize: 'contain',
    });
    const hasIcons = this.settings.gutterIcons !== 'off';
    return vscode.window.createTextEditorDecorationType({
      ...(this.settings.isOn('overviewRuler')
        ? {
            overviewRulerColor: new vscode.ThemeColor(colours[mark === 'reference' ? 'mention' : mark]),
            overviewRulerLane: vscode.OverviewRulerLane.Right,
          }
        : {}),
      ...(hasIcons ? { light: gutter('light'), dark: gutter('dark') } : {}),
    });
  }
}
