import * as vscode from 'vscode';
import type { Position } from '../../core/util/range';
import { Debounced, Lifetime } from '../../workspace/lifetime';
import type { Annotation, Bindings, Cursor, SourceTrees } from '../model/model';

/** The milliseconds after which the cursor counts as resting. A single step is followed at once, a run of steps when it ends. */
const rest = 80;

/** The symbol that the cursor is in, and what it has. */
export class CursorModel extends Lifetime implements Cursor {
  private at:
    { readonly file: string; readonly symbol: string | undefined; readonly annotations: readonly Annotation[] } | undefined;
  /** The time at which the cursor moved last. */
  private moved = 0;
  private readonly looking = this.register(new Debounced(rest, () => this.look()));
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly trees: SourceTrees,
    private readonly bindings: Bindings,
  ) {
    super();
    this.register(vscode.window.onDidChangeTextEditorSelection(() => this.follow()));
    this.register(vscode.window.onDidChangeActiveTextEditor(() => this.looking.request()));
    this.register(
      bindings.onDidChange((uris) => {
        const uri = vscode.window.activeTextEditor?.document.uri.toString();
        if (uri !== undefined && uris.has(uri)) this.looking.request();
      }),
    );
  }

  /** The URI of the file that the cursor is in, if it is a file of a source tree. */
  get file(): string | undefined {
    return this.at?.file;
  }

  get symbol(): string | undefined {
    return this.at?.symbol;
  }

  get annotations(): readonly Annotation[] {
    return this.at?.annotations ?? [];
  }

  /** Returns the path of the innermost annotated symbol around a place. */
  symbolAt(file: vscode.Uri, position: Position): string | undefined {
    return this.bindings.at(file, position)?.symbol?.path;
  }

  private follow(): void {
    const now = performance.now();
    const isRunning = now - this.moved < 2 * rest;
    this.moved = now;
    if (isRunning) this.looking.request();
    else this.look();
  }

  private look(): void {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return;
    const file = editor.document.uri;
    // A note beside the code, the panel or the terminal does not make the reader leave the symbol.
    if (this.trees.of(file) === undefined) return;
    const found = this.bindings.at(file, placeOf(editor));
    const next = { file: file.toString(), symbol: found?.symbol?.path, annotations: found?.annotations ?? [] };
    if (isSame(next, this.at)) return;
    this.at = next;
    this.changed.fire();
  }
}

/** Returns the cursor's place. In the indentation of a line it counts as the line's first character. */
function placeOf({ document, selection: { active } }: vscode.TextEditor): Position {
  const { firstNonWhitespaceCharacterIndex: indentation, isEmptyOrWhitespace } = document.lineAt(active.line);
  return isEmptyOrWhitespace || active.character > indentation ? active : { line: active.line, character: indentation };
}

function isSame(
  a: { file: string; symbol: string | undefined; annotations: readonly Annotation[] },
  b: typeof a | undefined,
): boolean {
  return (
    a.file === b?.file &&
    a.symbol === b.symbol &&
    a.annotations.length === b.annotations.length &&
    a.annotations.every((annotation, index) => annotation.binding === b.annotations[index]?.binding)
  );
}
