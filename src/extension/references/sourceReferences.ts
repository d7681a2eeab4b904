import * as vscode from 'vscode';
import { targetOf } from '../../core/bindings/binding';
import { contains } from '../../core/util/range';
import { isSameSymbol } from '../../core/symbols/symbol';
import type { LocatedSymbol } from '../../core/symbols/symbolTable';
import { languageOf } from '../../core/syntax/language';
import type { SymbolUses } from '../../workspace/uses/findUses';
import { toEditorRange } from '../editor/ranges';
import { sayInPassing } from '../editor/sayInPassing';
import { hasServer } from '../editor/otherExtensions';
import type { Model, SourceTree } from '../model/model';
import type { Uses } from '../uses/uses';
import type { RenderedMentions } from './renderedMentions';

type Ask = vscode.ReferenceProvider['provideReferences'];

/**
 * Returns where code surely uses the symbol at a place of a source file, then where notes speak of it. Where a language server is
 * there, the code is left to it. Where the uses cannot be told, nothing is listed: a list of notes alone would look as if there
 * were no uses.
 */
export function sourceReferences(model: Model, uses: Uses, rendered: RenderedMentions): Ask {
  return async (document, position, { includeDeclaration }, token) => {
    const tree = model.trees.of(document.uri);
    const file = tree?.fileOf(document.uri);
    if (tree === undefined || file === undefined) return undefined;
    await model.notes.ready();
    const declared = declaredAt(tree.table.outline(file)?.symbols ?? [], document, position);
    const symbols =
      declared.length > 0 ? declared.map((symbol) => ({ file, symbol })) : await used(uses, document, position, token);
    const [first] = symbols;
    const isCancelled = (): boolean => token.isCancellationRequested;
    if (isCancelled() || first === undefined) return undefined;
    const inNotes = await mentions(model, rendered, tree, symbols);
    const language = languageOf(file)?.id;
    if (language === undefined || hasServer(language)) return inNotes;
    // A class and its constructor have one name, and who makes an instance uses the class.
    const found = await uses.of(tree, first, () => !isCancelled());
    if (isCancelled()) return undefined;
    if (found.kind !== 'found') return explain(found, first, inNotes.length);
    const inCode = [...(includeDeclaration ? [{ file: first.file, range: first.symbol.nameRange }] : []), ...found.uses].map(
      (use) => new vscode.Location(tree.uriOf(use.file), toEditorRange(use.range)),
    );
    return [...inCode, ...inNotes];
  };
}

/** Says why nothing is listed. */
function explain({ kind }: SymbolUses, { symbol: { name } }: LocatedSymbol, inNotes: number): undefined {
  if (kind === 'tooMany')
    sayInPassing(vscode.l10n.t('{0} is used in too many ways to list all of them. Search the files for it.', name));
  else if (inNotes > 0) sayInPassing(vscode.l10n.t('The uses of {0} cannot be told until all of the source is indexed.', name));
  return undefined;
}

function mentions(
  model: Model,
  rendered: RenderedMentions,
  tree: SourceTree,
  symbols: readonly LocatedSymbol[],
): Promise<vscode.Location[]> {
  const bindings = symbols.flatMap(({ file, symbol }) =>
    model.bindings
      .leadingInto(tree.uriOf(file))
      .filter(({ note, result }) => isSameSymbol(targetOf(result)?.symbol, symbol) && model.notes.note(note) !== undefined),
  );
  return rendered.of(bindings, symbols.map(({ symbol: { path } }) => path).join());
}

/** A class and its primary constructor have one name. There is none where something was typed since the file was indexed. */
function declaredAt(
  symbols: readonly LocatedSymbol['symbol'][],
  document: vscode.TextDocument,
  position: vscode.Position,
): LocatedSymbol['symbol'][] {
  const here = symbols.filter(({ nameRange }) => contains(nameRange, position));
  return here.filter(({ name, kind, nameRange }) => {
    const text = document.getText(toEditorRange(nameRange)).replaceAll('`', '');
    return kind === 'constructor' || text === name || name === 'package';
  });
}

async function used(
  uses: Uses,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<readonly LocatedSymbol[]> {
  const use = await uses.at(document, position, token);
  // Several symbols mean an overloaded method whose arguments do not tell which one.
  return use?.answer.kind === 'certain' && use.answer.symbols.length === 1 ? use.answer.symbols : [];
}
