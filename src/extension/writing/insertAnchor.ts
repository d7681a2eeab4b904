import * as vscode from 'vscode';
import { symbolNamedBy } from '../../core/bindings/foreignName';
import { codeQueryOf } from '../../core/search/codeQuery';
import { Debounced, Lifetime } from '../../workspace/lifetime';
import type { Slices } from '../../workspace/indexing/slices';
import { findSymbols } from '../../workspace/search/findSymbols';
import { symbolIcons } from '../editor/symbolIcons';
import { sayInPassing } from '../editor/sayInPassing';
import type { Model, SourceTree } from '../model/model';
import { isMarkdown } from '../notes/visitingNotes';
import type { CodeLink } from './codeHere';
import { linkPlace, linkText, symbolLink } from './symbolLink';

/** The most symbols that are listed. */
const mostSymbols = 60;
/** The milliseconds of quiet after a keystroke until symbols are looked for. */
const quiet = 50;

interface SymbolItem extends vscode.QuickPickItem {
  readonly link: CodeLink;
}

/** Lets the author of a note choose a symbol, and writes an anchor to it at the cursor; selected words become the link's text. */
export async function insertAnchor({ trees }: Model, slices: Slices): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isMarkdown(editor.document)) {
    sayInPassing(vscode.l10n.t('An anchor is inserted into Markdown: put the cursor there.'));
    return;
  }
  await trees.ready();
  const tree = trees.active;
  if (tree === undefined) {
    sayInPassing(vscode.l10n.t('Kafka’s source is not open.'));
    return;
  }
  const picker = new SymbolPicker(tree, slices);
  const link = await picker.choose();
  picker.dispose();
  if (link === undefined) return;
  const { document, selection } = editor;
  const place = linkPlace(document, selection.active);
  const range =
    'start' in place
      ? new vscode.Range(selection.active.line, place.start, selection.active.line, place.end)
      : new vscode.Range(selection.start, selection.end);
  await editor.edit((edit) => edit.replace(range, linkText(place, link, document.getText(selection))));
}

/** A list of the symbols that fit what is typed. */
class SymbolPicker extends Lifetime {
  private readonly list = this.register(vscode.window.createQuickPick<SymbolItem>());
  private readonly finding = this.register(new Debounced(quiet, () => void this.find()));
  private run = 0;

  constructor(
    private readonly tree: SourceTree,
    private readonly slices: Slices,
  ) {
    super();
    const { list } = this;
    list.title = vscode.l10n.t('Insert Anchor');
    list.placeholder = vscode.l10n.t(
      'A name like repMan#appRec, a line of a stack trace, a reference of Javadoc, an address on GitHub',
    );
    // The order is the search's own. An editor that sorts by itself does not have this property.
    if ('sortByLabel' in list) list.sortByLabel = false;
    this.register(list.onDidChangeValue(() => this.finding.request()));
  }

  async choose(): Promise<CodeLink | undefined> {
    const { list } = this;
    return new Promise((resolve) => {
      this.register(list.onDidAccept(() => resolve(list.selectedItems[0]?.link)));
      this.register(list.onDidHide(() => resolve(undefined)));
      list.show();
    });
  }

  private async find(): Promise<void> {
    const run = ++this.run;
    const isWanted = (): boolean => run === this.run && !this.isDisposed;
    const { list, tree, slices } = this;
    const typed = list.value;
    const named = symbolNamedBy(typed, tree.table, tree.version);
    const query = codeQueryOf(typed);
    const found = query === undefined ? [] : await findSymbols(tree.table, { query, slices, isWanted });
    if (!isWanted()) return;
    const first = named === undefined ? [] : [{ symbol: named, file: '' }];
    const rest = found.slice(0, mostSymbols).flatMap(({ file, index }) => {
      const symbol = tree.table.outline(file)?.symbols[index];
      return symbol === undefined ? [] : [{ symbol, file }];
    });
    const items: SymbolItem[] = [];
    for (const { symbol, file } of [...first, ...rest]) {
      const link = symbolLink(symbol, tree.table);
      if (link === undefined || items.some((item) => item.link.anchor === link.anchor)) continue;
      const parameters = symbol.parameters === undefined ? '' : `(${symbol.parameters.join(', ')})`;
      items.push({
        label: link.label + parameters,
        description: symbol.path.slice(0, Math.max(0, symbol.path.length - link.label.length)).replace(/[.#$]+$/, ''),
        ...(file === '' ? {} : { detail: file }),
        iconPath: new vscode.ThemeIcon(symbolIcons[symbol.kind]),
        alwaysShow: true,
        link,
      });
      await slices.pause();
      if (!isWanted()) return;
    }
    list.items = items;
  }
}
