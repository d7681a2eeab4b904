import * as vscode from 'vscode';
import { anchorOf } from '../../core/bindings/anchorOf';
import { anchorScheme } from '../../core/notes/scheme';
import { symbolsAround } from '../../core/symbols/symbolsAround';
import type { Project } from '../../source/project';
import type { SourceTrees } from '../model/model';
import { symbolName } from '../model/symbolName';

/** A link to code, for a note. */
export interface CodeLink {
  readonly label: string;
  /** The link's destination, with `kafka:`. */
  readonly anchor: string;
}

/** Symbol paths of good places to start reading, the best first. */
export type Starts = Project['firstSymbols'];

/**
 * Returns what a first note is about: the symbol that the reader looks at, else a good place to start. The anchor leads to that
 * symbol alone.
 */
export function firstSymbol(trees: SourceTrees, starts: Starts): CodeLink {
  const editor = vscode.window.activeTextEditor;
  const tree = (editor && trees.of(editor.document.uri)) ?? trees.active;
  if (tree === undefined) return linkTo(starts[0], `${anchorScheme}${starts[0]}`);
  const file = editor === undefined ? undefined : tree.fileOf(editor.document.uri);
  const outline = file === undefined ? undefined : tree.table.outline(file);
  const here = editor === undefined || outline === undefined ? [] : symbolsAround(outline.symbols, editor.selection.active);
  const usual = starts.flatMap((path) => tree.table.byPath(path).map(({ symbol }) => symbol));
  for (const symbol of [...here, ...usual]) {
    const anchor = anchorOf(symbol, tree.table);
    if (anchor !== undefined) return linkTo(symbol.path, anchor);
  }
  return linkTo(starts[0], `${anchorScheme}${starts[0]}`);
}

function linkTo(path: string, anchor: string): CodeLink {
  return { label: symbolName(path), anchor };
}
