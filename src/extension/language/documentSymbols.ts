import * as vscode from 'vscode';
import { symbolTree, type SymbolNode } from '../../core/language/symbolTree';
import { unpackFileOutcome } from '../../core/symbols/packedOutline';
import type { FileOutline } from '../../core/symbols/symbol';
import { openSource } from '../editor/openTexts';
import { toEditorRange } from '../editor/ranges';
import type { FrontWorker } from '../../workspace/indexing/frontWorker';
import type { SourceTrees } from '../model/model';
import { editorKind } from './symbolKind';

/** Lists what a file declares, for the Outline view, breadcrumbs, sticky scroll and _Go to Symbol in Editor_. */
export class DocumentSymbols implements vscode.DocumentSymbolProvider {
  constructor(
    private readonly trees: SourceTrees,
    private readonly worker: FrontWorker,
  ) {}

  async provideDocumentSymbols(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentSymbol[] | undefined> {
    const outline = await this.outlineOf(document);
    return outline === undefined || token.isCancellationRequested ? undefined : symbolTree(outline).map(toEditor);
  }

  /** Returns the tree's outline, unless the document is not, or not surely, the text that was indexed. */
  private async outlineOf(document: vscode.TextDocument): Promise<FileOutline | undefined> {
    const tree = this.trees.of(document.uri);
    const file = tree?.fileOf(document.uri);
    if (tree === undefined || file === undefined) return undefined;
    const known = document.version === 1 && !document.isDirty ? tree.table.outline(file) : undefined;
    if (known !== undefined) return known;
    const [packed] = (await this.worker.ask((worker) => worker.call('outline', [openSource(document, file)]))) ?? [];
    const reading = packed && unpackFileOutcome(packed);
    return reading !== undefined && 'outline' in reading ? reading.outline : undefined;
  }
}

function toEditor({ symbol, children }: SymbolNode): vscode.DocumentSymbol {
  const { name, kind, parameters, range, nameRange, path } = symbol;
  const shown = kind === 'constructor' ? (path.split(/[.#]/).at(-2)?.replace('$', '') ?? name) : name;
  const detail = parameters === undefined ? '' : `(${parameters.join(', ')})`;
  const node = new vscode.DocumentSymbol(shown, detail, editorKind(symbol), toEditorRange(range), toEditorRange(nameRange));
  node.children = children.map(toEditor);
  return node;
}
