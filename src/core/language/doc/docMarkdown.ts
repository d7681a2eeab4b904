import type { LanguageId } from '../../syntax/language';
import { docTokens, type DocToken } from './docTokens';
import { writeElement } from './htmlWriter';
import { linkAddress, type Look } from './inlineRuns';
import { plainInlineTag, shortReference } from './inlineTags';
import { MarkdownBlocks } from './markdownBlocks';
import { OpenLooks } from './openLooks';
import { verbatim } from './verbatim';

export interface DocStyle {
  /** The language whose marks count; where it is undefined, those of all languages do. */
  readonly language: LanguageId | undefined;
  /** The number of characters after which the text is cut. */
  readonly limit: number;
}

/**
 * The number of a comment's characters that are read for each one that is shown; beyond that there is hardly anything but markup.
 */
const rawPerShown = 4;
/** The depth of nested inline tags beyond which a tag is plain text. */
const deepestTags = 8;

/** Returns the text of a doc comment, given without its stars, as Markdown that shows exactly what it says. */
export function docMarkdown(text: string, { language, limit }: DocStyle): string {
  const blocks = new MarkdownBlocks(limit);
  const most = limit * rawPerShown;
  new DocWriter(blocks, language, {}, 0).lines(docTokens(text, language, most));
  if (text.length > most) blocks.cut();
  return blocks.markdown();
}

/** Writes the tokens of a text into Markdown blocks. */
class DocWriter {
  private readonly looks: OpenLooks;

  constructor(
    private readonly blocks: MarkdownBlocks,
    private readonly language: LanguageId | undefined,
    outer: Look,
    private readonly depth: number,
  ) {
    this.looks = new OpenLooks(outer);
  }

  /** Writes tokens as lines, which may be items, headings or rules; an empty line ends a paragraph. */
  lines(tokens: readonly DocToken[]): void {
    let isLineStart = true;
    tokens.forEach((token, index) => {
      const next = tokens[index + 1];
      if (this.looks.look.isCode === true) this.token(token);
      else if (token.kind === 'newline' && isLineStart) this.emptyLine(next);
      else if (token.kind === 'text' && isLineStart) this.lineStart(token.text, next === undefined || next.kind === 'newline');
      else this.token(token);
      isLineStart = token.kind === 'newline' || (isLineStart && token.kind === 'text' && token.text.trim() === '');
    });
  }

  private token(token: DocToken): void {
    const { blocks, looks } = this;
    const { look } = looks;
    const isCode = look.isCode === true;
    switch (token.kind) {
      case 'text':
        this.text(token.text);
        break;
      case 'newline':
        blocks.text('\n', look);
        break;
      case 'tag':
        this.tag(token.name, token.argument);
        break;
      case 'element':
        writeElement(token, blocks, looks);
        break;
      case 'pre':
        blocks.closeWrittenLists();
        blocks.code(verbatim(token.inside));
        break;
      case 'block':
        blocks.closeWrittenLists();
        blocks.code(token.code);
        break;
      case 'code':
        blocks.text(isCode ? token.raw : verbatim(token.code), isCode ? look : { ...look, isCode: true });
        break;
      case 'link':
        if (isCode) blocks.text(token.raw, look);
        else this.link(token.target, token.label);
        break;
      case 'mark':
        if (isCode) blocks.text(token.raw, look);
        else if (token.look !== undefined) looks.toggle(token.raw, { [token.look]: true });
        break;
      default:
        token satisfies never;
    }
  }

  /** Writes plain text, in which web addresses become links so that escaping does not break them. */
  private text(text: string): void {
    const { look } = this.looks;
    if (look.isCode === true || look.address !== undefined) {
      this.blocks.text(text, look);
      return;
    }
    for (const part of text.split(/(https?:\/\/[^\s<>"'`{}[\]\\^|]*[^\s<>"'`{}[\]\\^|.,;:!?)])/)) {
      const address = part.startsWith('http') ? linkAddress(part) : undefined;
      if (part !== '') this.blocks.text(part, address === undefined ? look : { ...look, address });
    }
  }

  /** Writes the text that begins a line; with `isLine` it is the whole line. */
  private lineStart(text: string, isLine: boolean): void {
    const { blocks, language } = this;
    const heading = isLine && language !== 'java' ? /^\s*={1,6}([^=].*?)={1,6}\s*$/.exec(text)?.[1] : undefined;
    if (isLine && /^\s*-{4,}\s*$/.test(text)) {
      blocks.closeWrittenLists();
      blocks.rule();
    } else if (heading !== undefined) {
      blocks.closeWrittenLists();
      blocks.text(heading, { isBold: true });
      blocks.endParagraph();
    } else {
      const [whole = '', indentation = '', number, letter] = itemSign(language).exec(text) ?? [];
      const written = letter === undefined ? number : '1';
      if (whole !== '') blocks.writtenItem(written === undefined ? undefined : Number(written), indentation.length);
      this.text(text.slice(whole.length));
    }
  }

  private emptyLine(next: DocToken | undefined): void {
    this.looks.endParagraph();
    if (next?.kind === 'newline' || (next?.kind === 'text' && itemSign(this.language).test(next.text)))
      this.blocks.endParagraph();
    else this.blocks.closeWrittenLists();
  }

  private tag(name: string, argument: string): void {
    const { blocks, language, depth } = this;
    const { look } = this.looks;
    if (name === 'snippet') {
      blocks.code(/^[^:\n]*:[^\S\n]*(?:\n|$)([\s\S]*)$/.exec(argument)?.[1] ?? '');
      return;
    }
    const tag = plainInlineTag(name, argument);
    if (tag.kind === 'code') blocks.text(tag.text, look.isCode === true ? look : { ...look, isCode: true });
    else if (tag.kind === 'literal' || depth >= deepestTags) blocks.text(tag.text, look);
    else new DocWriter(blocks, language, look, depth + 1).inside(tag.text);
  }

  private link(target: string, label: string): void {
    const { look } = this.looks;
    const address = linkAddress(target);
    if (address !== undefined) this.blocks.text(label === '' ? target : label, { ...look, address });
    else if (label === '') this.blocks.text(shortReference(target), { ...look, isCode: true });
    else new DocWriter(this.blocks, this.language, look, deepestTags).inside(label);
  }

  /** Writes a text that stands inside of a line of another one. */
  private inside(text: string): void {
    for (const token of docTokens(text, this.language, Infinity)) this.token(token);
  }
}

/** Returns the pattern of the sign with which a list item begins its line; in Scaladoc a letter counts, too. */
function itemSign(language: LanguageId | undefined): RegExp {
  return language === 'java' ? /^([^\S\n]*)(?:[-*]|(\d{1,4})\.)[^\S\n]+/ : /^([^\S\n]*)(?:[-*]|(\d{1,4})\.|([aAiI])\.)[^\S\n]+/;
}
