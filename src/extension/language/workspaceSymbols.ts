import * as vscode from 'vscode';
import { codeQueryOf, type CodeQuery } from '../../core/search/codeQuery';
import { pathOf } from '../../core/search/rankSymbols';
import type { FoundSymbol } from '../../core/search/symbolScan';
import type { LanguageInfo } from '../../core/syntax/language';
import { toEditorRange } from '../editor/ranges';
import type { SourceTree, SourceTrees } from '../model/model';
import type { Slices } from '../../workspace/indexing/slices';
import { findSymbols } from '../../workspace/search/findSymbols';
import { editorKind } from './symbolKind';

/** The most symbols that are returned, which is more than a reader looks through. The editor ranks them once more. */
const mostSymbols = 300;

/** Finds the symbols of all trees by their names and those of their owners, for _Go to Symbol in Workspace_. */
export class WorkspaceSymbols implements vscode.WorkspaceSymbolProvider {
  /** `languages` returns those whose symbols are asked of us now. */
  constructor(
    private readonly trees: SourceTrees,
    private readonly slices: Slices,
    private readonly languages: () => readonly LanguageInfo[],
  ) {}

  async provideWorkspaceSymbols(typed: string, token: vscode.CancellationToken): Promise<vscode.SymbolInformation[]> {
    const query = codeQueryOf(typed);
    if (query === undefined) return [];
    const found = await Promise.all(this.trees.all.map((tree) => this.symbolsOf(tree, query, token)));
    return found.flat();
  }

  private async symbolsOf(
    tree: SourceTree,
    query: CodeQuery,
    token: vscode.CancellationToken,
  ): Promise<vscode.SymbolInformation[]> {
    const isWanted = (): boolean => !token.isCancellationRequested;
    const languages = this.languages();
    const isMeant = ({ file, name }: FoundSymbol): boolean =>
      name !== '<init>' && languages.some(({ extension }) => file.endsWith(extension));
    const found = await findSymbols(tree.table, { query, slices: this.slices, isWanted, isMeant });
    const symbols: vscode.SymbolInformation[] = [];
    for (const one of found.slice(0, mostSymbols)) {
      symbols.push(...toEditor(tree, one));
      await this.slices.pause();
      if (!isWanted()) return [];
    }
    return symbols;
  }
}

/** There is none where the file was indexed anew meanwhile. */
function toEditor(tree: SourceTree, found: FoundSymbol): vscode.SymbolInformation[] {
  const symbol = tree.table.outline(found.file)?.symbols[found.index];
  if (symbol?.path !== pathOf(found)) return [];
  const around = found.prefix.slice(0, -1).replaceAll('$', '');
  const location = new vscode.Location(tree.uriOf(found.file), toEditorRange(symbol.nameRange));
  return [new vscode.SymbolInformation(symbol.name, editorKind(symbol), around, location)];
}
