import * as vscode from 'vscode';
import { isSameSymbol } from '../../core/symbols/symbol';
import { comparePositions, type Position, type Range } from '../../core/util/range';
import { Debounced, Lifetime } from '../../workspace/lifetime';
import type { AnnotatedCode, Bindings, CodeAt, Cursor, SourceTrees } from '../model/model';

/** The milliseconds after which the cursor counts as resting. A single step is followed at once, a run of steps when it ends. */
const rest = 80;

/** The code that the cursor is in, and what the notes say of it. */
export class CursorModel extends Lifetime implements Cursor {
  private at: ({ readonly file: string } & CodeAt) | undefined;
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

  get place(): AnnotatedCode | undefined {
    return this.at?.place;
  }

  get around(): AnnotatedCode | undefined {
    return this.at?.around;
  }

  /** Returns the innermost annotated place at a position. */
  placeAt(file: vscode.Uri, position: Position): AnnotatedCode | undefined {
    return this.bindings.at(file, position).place;
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
    const next = { file: file.toString(), ...this.bindings.at(file, placeOf(editor)) };
    if (next.file === this.at?.file && isSame(next.place, this.at.place) && isSame(next.around, this.at.around)) return;
    this.at = next;
    this.changed.fire();
  }
}

/** Returns the cursor's place. In the indentation of a line it counts as the line's first character. */
function placeOf({ document, selection: { active } }: vscode.TextEditor): Position {
  const { firstNonWhitespaceCharacterIndex: indentation, isEmptyOrWhitespace } = document.lineAt(active.line);
  return isEmptyOrWhitespace || active.character > indentation ? active : { line: active.line, character: indentation };
}

function isSame(one: AnnotatedCode | undefined, other: AnnotatedCode | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (
    isSamePlace(one, other) &&
    one.annotations.length === other.annotations.length &&
    one.annotations.every((annotation, index) => annotation.binding === other.annotations[index]?.binding)
  );
}

/** Returns whether both are the same symbol, and the same quote in it if they are quotes. */
export function isSamePlace(one: AnnotatedCode | undefined, other: AnnotatedCode | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return isSameSymbol(one.symbol, other.symbol) && isSameRange(one.quote, other.quote);
}

function isSameRange(one: Range | undefined, other: Range | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return comparePositions(one.start, other.start) === 0 && comparePositions(one.end, other.end) === 0;
}
