import type { TextDocument, Position } from 'vscode';
import { shortestTarget } from '../../core/bindings/anchorOf';
import { linkPlaceAt, type LinkPlace } from '../../core/notes/linkPlace';
import { printAnchor } from '../../core/notes/printAnchor';
import { anchorScheme } from '../../core/notes/scheme';
import { writeLink } from '../../core/notes/writeLink';
import type { SourceSymbol } from '../../core/symbols/symbol';
import type { SymbolTable } from '../../core/symbols/symbolTable';
import { symbolName } from '../model/symbolName';
import type { CodeLink } from './codeHere';

/** Returns the link to a symbol; undefined where no anchor names it alone. */
export function symbolLink(symbol: SourceSymbol, table: SymbolTable): CodeLink | undefined {
  const target = shortestTarget(symbol, table);
  return target && { label: symbolName(symbol.path), anchor: printAnchor(target) };
}

/** Returns the kind of place that a position of a Markdown document is. */
export function linkPlace(document: TextDocument, { line, character }: Position): LinkPlace {
  const above = Array.from({ length: line }, (_, index) => document.lineAt(index).text);
  return linkPlaceAt(above, document.lineAt(line).text, character);
}

/** Returns what an author writes at a place for a link: `words` are those that were selected for its text. */
export function linkText({ kind }: LinkPlace, { label, anchor }: CodeLink, words: string): string {
  if (kind === 'destination') return anchor;
  if (kind === 'excerpt') return anchor.slice(anchorScheme.length);
  return words === '' ? writeLink(label, anchor) : `[${words}](${anchor})`;
}
