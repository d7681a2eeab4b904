import * as vscode from 'vscode';
import { isQuote } from '../../core/bindings/binding';
import type { LocatedSymbol } from '../../core/symbols/symbolTable';
import { toEditorRange } from '../editor/ranges';
import type { Annotation, Model } from '../model/model';
import type { Settings } from '../editor/settings';
import type { Uses } from '../uses/uses';
import { annotationTexts, distinct, titleLink } from './annotationText';
import { createMarkdown, escapeMarkdown } from '../navigation/commandLinks';

/** The hover where an annotated symbol is used: what the notes say of it. It says so where the symbol is only possibly meant. */
export class UseHover implements vscode.HoverProvider {
  constructor(
    private readonly model: Model,
    private readonly uses: Uses,
    private readonly settings: Settings,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    if (!this.settings.isOn('hover')) return undefined;
    const use = await this.uses.at(document, position, token);
    if (use === undefined || token.isCancellationRequested) return undefined;
    const { answer, range } = use;
    // The arguments do not tell which of several overloads is meant, so a note about one of them does not certainly apply.
    const contents =
      answer.kind === 'certain' && answer.symbols.length === 1
        ? await annotationTexts(this.annotations(document, answer.symbols), this.model)
        : this.possibly(document, answer.symbols);
    return contents.length === 0 ? undefined : new vscode.Hover(contents, toEditorRange(range));
  }

  /** Returns the annotations of the symbols themselves, else those of quotes in them. */
  private annotations(document: vscode.TextDocument, symbols: readonly LocatedSymbol[]): readonly Annotation[] {
    const tree = this.model.trees.of(document.uri);
    const files = new Set(symbols.map(({ file }) => file));
    const all = tree === undefined ? [] : [...files].flatMap((file) => this.model.bindings.ofFile(tree.uriOf(file)));
    const own = all.filter(({ target }) =>
      symbols.some(
        ({ file, symbol }) =>
          target.file === file && target.symbol?.path === symbol.path && isSame(target.symbol.parameters, symbol.parameters),
      ),
    );
    const whole = own.filter(({ binding }) => !isQuote(binding));
    return whole.length > 0 ? whole : own;
  }

  private possibly(document: vscode.TextDocument, symbols: readonly LocatedSymbol[]): vscode.MarkdownString[] {
    const lines = symbols.flatMap((one) => {
      const annotations = distinct(this.annotations(document, [one]));
      return annotations.map((annotation) => `- ${escapeMarkdown(one.symbol.path)}: ${titleLink(annotation)}`);
    });
    if (lines.length === 0) return [];
    return [createMarkdown([`*${vscode.l10n.t('Possibly')}*`, [...new Set(lines)].join('\n')].join('\n\n'))];
  }
}

function isSame(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return one?.join() === other?.join();
}
