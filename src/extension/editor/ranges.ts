import * as vscode from 'vscode';
import type * as core from '../../core/util/range';

export function toEditorPosition(position: core.Position): vscode.Position {
  return new vscode.Position(position.line, position.character);
}

export function toEditorRange(range: core.Range): vscode.Range {
  return new vscode.Range(toEditorPosition(range.start), toEditorPosition(range.end));
}
