import * as vscode from 'vscode';
import { NameQuery } from '../../core/language/nameQuery';
import { unpackSymbols, type PackedOutline } from '../../core/symbols/packedOutline';
import { languageOf, type LanguageId } from '../../core/syntax/language';
import { toEditorRange } from '../adapters/ranges';
import type { SourceTree, SourceTrees } from '../model/model';
import { Slices } from '../model/slices';
import { editorKind } from './symbolKind';

/** More than a reader looks through; the editor ranks them once more. */
const mostSymbols = 300;

/** A name in a file that fits, however often it is declared there. */
interface Hit {
  readonly tree: SourceTree;
  readonly file: string;
  readonly packed: PackedOutline;
  readonly name: string;
  readonly rank: number;
}

/** The symbols of all trees by their names, for *Go to Symbol in Workspace*. */
export class WorkspaceSymbols implements vscode.WorkspaceSymbolProvider {
  /** `isMine`: whether symbols in this language are asked of us. */
  constructor(
    private readonly trees: SourceTrees,
    private readonly isMine: (language: LanguageId) => boolean,
  ) {}

  async provideWorkspaceSymbols(typed: string, token: vscode.CancellationToken): Promise<vscode.SymbolInformation[] | undefined> {
    const query = new NameQuery(typed);
    if (query.isEmpty) return [];
    const slices = new Slices();
    const hits: Hit[] = [];
    for (const tree of this.trees.all) {
      for (const file of tree.table.files) {
        hits.push(...this.hitsIn(tree, file, query));
        await slices.pause();
        if (token.isCancellationRequested) return undefined;
      }
    }
    hits.sort((a, b) => a.rank - b.rank || a.name.length - b.name.length);
    const symbols: vscode.SymbolInformation[] = [];
    for (const hit of hits) {
      if (symbols.length >= mostSymbols) break;
      symbols.push(...symbolsOf(hit, query));
      await slices.pause();
      if (token.isCancellationRequested) return undefined;
    }
    return symbols;
  }

  private hitsIn(tree: SourceTree, file: string, query: NameQuery): Hit[] {
    const language = languageOf(file);
    const reading = tree.table.reading(file);
    if (language === undefined || reading === undefined || !('packed' in reading) || !this.isMine(language.id)) return [];
    const { packed } = reading;
    const test = isTest(file) ? 0.5 : 0;
    return [...new Set(packed.names.split('\n'))].flatMap((name) => {
      const rank = query.rank(name);
      return rank === undefined || name === '<init>' ? [] : [{ tree, file, packed, name, rank: rank + test }];
    });
  }
}

/** Whether a file is of tests: of two symbols that fit as well, that of the product comes first. */
function isTest(file: string): boolean {
  return /(^|\/)(test|jmh-benchmarks)\//.test(file);
}

function symbolsOf({ tree, file, packed, name }: Hit, query: NameQuery): vscode.SymbolInformation[] {
  const symbols = unpackSymbols(packed, (_prefix, _last, one) => one === name);
  return symbols.flatMap((symbol) => {
    const around = symbol.path.replace(/[.#][^.#]*$/, '').replaceAll('$', '');
    if (!query.fitsAround(around)) return [];
    const location = new vscode.Location(tree.uriOf(file), toEditorRange(symbol.nameRange));
    return [new vscode.SymbolInformation(name, editorKind(symbol), around, location)];
  });
}
