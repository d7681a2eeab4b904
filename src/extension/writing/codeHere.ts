import * as vscode from 'vscode';
import { anchorHere, type WrittenAnchor } from '../../core/bindings/anchorHere';
import { sayInPassing } from '../editor/sayInPassing';
import type { Model } from '../model/model';
import { symbolName } from '../model/symbolName';

/** The most characters of quoted code in a link's text. */
const longest = 60;

/** Code that a note is to speak of. */
export interface CodeLink {
  /** The link's text: the symbol as people say it, or the quoted code. */
  readonly label: string;
  /** The link's destination, with `kafka:`. */
  readonly anchor: string;
}

/**
 * Returns the code at the cursor, what is selected, or the code on the line whose number's menu was opened (`at`). Where no anchor
 * leads there it says why in the status bar and returns undefined.
 */
export function codeHere({ trees }: Model, at: unknown): CodeLink | undefined {
  const place = placeOf(at);
  const tree = place && trees.of(place.document.uri);
  const file = place && tree?.fileOf(place.document.uri);
  if (place === undefined || tree === undefined || file === undefined) {
    sayInPassing(vscode.l10n.t('An anchor leads to code of Kafka’s source: put the cursor there.'));
    return undefined;
  }
  if (tree.table.files.has(file) && tree.table.outline(file) === undefined) {
    sayInPassing(vscode.l10n.t('This file is not indexed yet.'));
    return undefined;
  }
  const { document, range } = place;
  const written = anchorHere({ file, text: document.getText(), range }, tree.table);
  if (written === undefined) {
    sayInPassing(vscode.l10n.t('No anchor leads to this place alone.'));
    return undefined;
  }
  return { label: labelOf(written, file), anchor: written.text };
}

function placeOf(at: unknown): { readonly document: vscode.TextDocument; readonly range: vscode.Range } | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  const line = lineOf(at);
  // The menu of a line's number does not move the cursor. What is selected there is meant all the same.
  if (line === undefined || (!selection.isEmpty && selection.start.line <= line && line <= selection.end.line)) {
    return { document, range: selection };
  }
  const start = new vscode.Position(line, document.lineAt(line).firstNonWhitespaceCharacterIndex);
  return { document, range: new vscode.Range(start, start) };
}

/** Returns the 0-based line whose number's menu was opened. */
function lineOf(at: unknown): number | undefined {
  const isLine = typeof at === 'object' && at !== null && 'lineNumber' in at && typeof at.lineNumber === 'number';
  return isLine ? (at.lineNumber as number) - 1 : undefined;
}

function labelOf({ symbol, quote }: WrittenAnchor, file: string): string {
  if (quote !== undefined) return quote.length > longest ? `${quote.slice(0, longest)}…` : quote;
  return symbol === undefined ? file.slice(file.lastIndexOf('/') + 1) : symbolName(symbol.path);
}
