import * as vscode from 'vscode';
import { codeQueryOf } from '../../core/search/codeQuery';
import { anchorScheme } from '../../core/notes/scheme';
import type { LocatedSymbol } from '../../core/symbols/symbolTable';
import type { Slices } from '../../workspace/indexing/slices';
import { findSymbols } from '../../workspace/search/findSymbols';
import type { SourceTree, SourceTrees } from '../model/model';
import { editorKind } from '../language/symbolKind';
import { linkPlace, linkText, symbolLink } from './symbolLink';

/** The most symbols that are proposed at a time. Typing on looks for others. */
const mostSymbols = 60;

/** Proposes symbols in the destination of a link that begins with `kafka:`, and in a fence that shows code. */
export class AnchorCompletion implements vscode.CompletionItemProvider {
  /** The characters that ask for proposals without a key. */
  static readonly triggers = [':', '.', '#'];

  constructor(
    private readonly trees: SourceTrees,
    private readonly slices: Slices,
  ) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionList | undefined> {
    const place = linkPlace(document, position);
    const tree = this.trees.active;
    const isMeant = place.kind === 'excerpt' || (place.kind === 'destination' && place.hasScheme);
    if (tree === undefined || !isMeant) return undefined;
    const range = new vscode.Range(position.line, place.start, position.line, place.end);
    const typed = document.getText(range.with({ end: position }));
    // What is quoted of a symbol is no name.
    if (typed.includes(':~:')) return undefined;
    const items: vscode.CompletionItem[] = [];
    for (const { symbol, file } of await this.find(tree, typed, token)) {
      const link = symbolLink(symbol, tree.table);
      if (link === undefined) continue;
      const item = new vscode.CompletionItem(
        { label: link.label, detail: listed(symbol.parameters), description: file.slice(file.lastIndexOf('/') + 1) },
        editorKinds[editorKind(symbol)] ?? vscode.CompletionItemKind.Reference,
      );
      item.detail = symbol.path;
      item.range = range;
      item.insertText = linkText(place, link, '');
      // The editor would leave out what does not contain the letters in their order, as the owner's humps do not.
      item.filterText = document.getText(range);
      item.sortText = String(items.length).padStart(3, '0');
      items.push(item);
      await this.slices.pause();
    }
    return new vscode.CompletionList(items, true);
  }

  private async find(tree: SourceTree, typed: string, token: vscode.CancellationToken): Promise<readonly LocatedSymbol[]> {
    const query = codeQueryOf(typed.replace(new RegExp(`^${anchorScheme}`, 'i'), ''));
    if (query === undefined) return [];
    const isWanted = (): boolean => !token.isCancellationRequested;
    const found = await findSymbols(tree.table, { query, slices: this.slices, isWanted });
    return found.slice(0, mostSymbols).flatMap(({ file, index }) => {
      const symbol = tree.table.outline(file)?.symbols[index];
      return symbol === undefined ? [] : [{ file, symbol }];
    });
  }
}

function listed(parameters: readonly string[] | undefined): string {
  return parameters === undefined ? '' : `(${parameters.join(', ')})`;
}

/** The editor has icons of its own for completions, by other numbers. */
const editorKinds: Partial<Record<vscode.SymbolKind, vscode.CompletionItemKind>> = {
  [vscode.SymbolKind.Class]: vscode.CompletionItemKind.Class,
  [vscode.SymbolKind.Interface]: vscode.CompletionItemKind.Interface,
  [vscode.SymbolKind.Module]: vscode.CompletionItemKind.Module,
  [vscode.SymbolKind.Enum]: vscode.CompletionItemKind.Enum,
  [vscode.SymbolKind.EnumMember]: vscode.CompletionItemKind.EnumMember,
  [vscode.SymbolKind.Method]: vscode.CompletionItemKind.Method,
  [vscode.SymbolKind.Constructor]: vscode.CompletionItemKind.Constructor,
  [vscode.SymbolKind.Field]: vscode.CompletionItemKind.Field,
  [vscode.SymbolKind.Constant]: vscode.CompletionItemKind.Constant,
  [vscode.SymbolKind.Variable]: vscode.CompletionItemKind.Variable,
  [vscode.SymbolKind.TypeParameter]: vscode.CompletionItemKind.TypeParameter,
};
