import * as vscode from 'vscode';
import { declarationOf } from '../../core/language/declaration';
import { parseDocComment, summaryOf } from '../../core/language/docComment';
import type { LocatedSymbol } from '../../core/symbols/symbolTable';
import { languageOf } from '../../core/syntax/language';
import type { Bindings, SourceTree } from '../model/model';
import type { Meanings } from '../uses/meanings';
import { docText } from './docText';
import type { SourceTexts } from '../uses/sourceTexts';

/** The most overloads that are shown where the arguments do not tell which one is meant. */
const mostOverloads = 3;

/** The hover over a name: its declaration and its doc comment, in short form where notes say the rest. */
export class SourceHover implements vscode.HoverProvider {
  constructor(
    private readonly meanings: Meanings,
    private readonly texts: SourceTexts,
    private readonly bindings: Bindings,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const meant = await this.meanings.at(document, position, token);
    if (meant === undefined || token.isCancellationRequested) return undefined;
    const shown = meant.symbols.slice(0, mostOverloads);
    const contents = await Promise.all(shown.map((one) => this.textOf(meant.tree, one, meant.isDeclared)));
    const texts = contents.filter((text) => text !== undefined);
    return texts.length === 0 ? undefined : new vscode.Hover(texts, meant.range);
  }

  private async textOf(
    tree: SourceTree,
    { file, symbol }: LocatedSymbol,
    isDeclared: boolean,
  ): Promise<vscode.MarkdownString | undefined> {
    const source = await this.texts.of(tree, file);
    const annotations = this.bindings.ofFile(tree.uriOf(file));
    const hasNotes = annotations.some(({ role, target }) => role !== 'reference' && target.symbol?.path === symbol.path);
    const declaration = source && declarationOf(symbol, source.text, source.lines, hasNotes ? 'short' : 'full');
    if (source === undefined || declaration === undefined) return undefined;
    // The text is not trusted, since a comment may say anything.
    const markdown = new vscode.MarkdownString();
    markdown.appendCodeblock(declaration, languageIn(file));
    const path = symbol.path.replace(/[.#][^.#]*$/, '');
    if (!isDeclared && !hasNotes && path !== '') markdown.appendMarkdown(`\n\`${path}\`\n`);
    if (symbol.doc !== undefined) {
      const [start, end] = [symbol.doc.start, symbol.doc.end].map((at) => source.lines.offsetAt(at));
      const doc = parseDocComment(source.text.slice(start, end), languageOf(file)?.id);
      markdown.appendMarkdown(`\n${hasNotes ? summaryOf(doc) : docText(doc)}`);
    }
    return markdown;
  }
}

/** Returns the language of a file, which is called as the file's name ends. */
function languageIn(file: string): string {
  return file.slice(file.lastIndexOf('.') + 1);
}
