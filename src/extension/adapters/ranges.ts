import * as vscode from 'vscode';
import type * as core from '../../core/symbols/symbol';

export function toEditorPosition(position: core.Position): vscode.Position {
  return new vscode.Position(position.line, position.character);
}

export function toEditorRange(range: core.Range): vscode.Range {
  return new vscode.Range(toEditorPosition(range.start), toEditorPosition(range.end));
}

export function contains(range: core.Range, position: core.Position): boolean {
  return compare(range.start, position) <= 0 && compare(position, range.end) <= 0;
}

export function compare(a: core.Position, b: core.Position): number {
  return a.line - b.line || a.character - b.character;
}
