import type { MarkdownIt, Token } from 'markdown-it';
import { alertOf, type AlertWords } from '../alerts';
import { textOfToken } from '../plainText';
import type { Quotation, QuotationRequest } from './quotation';
import { isExcerpt, readExcerptFence } from '../excerptFence';
import { escapeAll } from './escapeAll';
import { fence } from './fence';
import { InlineQuoter, labelOf } from './quoteInline';

/**
 * Writes a passage of a note anew as Markdown, so that a renderer that parses it in another way than the notes' own parser, or that
 * trusts more than the notes' panel does, cannot see more in it than that parser saw. HTML becomes text.
 */
export function quoteMarkdown(request: QuotationRequest, markdown: Pick<MarkdownIt, 'parse'>): Quotation {
  // A definition ends at the blank line behind it at the latest.
  const before = request.definitions.map((line) => `${line}\n\n`).join('');
  const firstLine = before.split('\n').length - 1;
  const tokens = markdown.parse(before + request.passage, {});
  const from = tokens.findIndex(({ level, map }) => level === 0 && map !== null && map[1] > firstLine);
  const quoter = new BlockQuoter(new InlineQuoter(request), from < 0 ? [] : tokens.slice(from), request.alerts);
  return { markdown: quoter.lines().join('\n'), links: quoter.links, excerpts: quoter.excerpts };
}

/** Writes block tokens as lines. Each block is written by its opening token, up to its closing one. */
class BlockQuoter {
  private at = 0;
  /** The anchors of the excerpts. */
  readonly excerpts: string[] = [];

  constructor(
    private readonly inline: InlineQuoter,
    private readonly tokens: readonly Token[],
    private readonly alerts: AlertWords | undefined,
  ) {}

  get links(): Quotation['links'] {
    return this.inline.links;
  }

  /** Writes the blocks up to the closing token of the one around them; blocks of a tight list have no blank line between them. */
  lines(): string[] {
    const lines: string[] = [];
    let isTight = true;
    for (let token = this.tokens[this.at]; token !== undefined && token.nesting >= 0; token = this.tokens[this.at]) {
      const block = this.block(token);
      if (block.length === 0) continue;
      if (!isTight && !token.hidden) lines.push('');
      lines.push(...block);
      isTight = token.hidden;
    }
    this.at++;
    return lines;
  }

  private block(token: Token): string[] {
    this.at++;
    switch (token.type) {
      case 'paragraph_open':
        return this.leaf().split('\n');
      case 'heading_open':
        return [`${token.markup.startsWith('#') ? token.markup : '#'.repeat(Number(token.tag.slice(1)))} ${this.leaf().replaceAll('\n', ' ')}`];
      case 'blockquote_open':
        return [...this.alertTitle(token), ...this.lines()].map((line) => `> ${line}`);
      case 'bullet_list_open':
        return this.list(() => '- ');
      case 'ordered_list_open': {
        const start = Number(token.attrGet('start') ?? 1);
        return this.list((index) => `${start + index}. `);
      }
      case 'footnote_open':
        return this.footnote(labelOf(token));
      case 'table_open':
        return this.table();
      case 'fence':
        return this.fence(token);
      case 'code_block':
        return fence(token.content, '');
      case 'hr':
        return ['***'];
      default:
        return linesOf(textOfToken(token));
    }
  }

  private alertTitle(token: Token): string[] {
    const kind = alertOf(token);
    return kind === undefined ? [] : [`**${escapeAll(this.alerts?.[kind] ?? kind.toUpperCase())}**`, ''];
  }

  /** Writes the inline token of a block and passes the block's end. */
  private leaf(): string {
    const inline = this.tokens[this.at];
    this.at += 2;
    return this.inline.write(inline?.children ?? []);
  }

  /** Writes a block of code. In the place of an excerpt stands its number, see {@link Quotation}. */
  private fence({ content, info }: Token): string[] {
    const excerpt = isExcerpt(info) ? readExcerptFence(content) : undefined;
    if (excerpt?.kind !== 'anchor') return fence(content, /^[\w+#.-]*/.exec(info.trim())?.[0] ?? '');
    this.excerpts.push(excerpt.text);
    return [`\0x${this.excerpts.length - 1}\0`];
  }

  private list(mark: (index: number) => string): string[] {
    const lines: string[] = [];
    for (let index = 0; this.tokens[this.at]?.type === 'list_item_open'; index++) {
      const isLoose = this.tokens[this.at + 1]?.hidden === false;
      this.at++;
      if (index > 0 && isLoose) lines.push('');
      lines.push(...indented(mark(index), withBox(this.lines())));
    }
    this.at++;
    return lines;
  }

  /** Writes a footnote. Its label stands before its first words; any other block would be text there, so it begins below. */
  private footnote(label: string): string[] {
    const mark = escapeAll(`[${label}]`);
    const hasWords = this.tokens[this.at]?.type === 'paragraph_open';
    const [first = '', ...others] = this.lines();
    return hasWords ? [`${mark} ${first}`, ...others] : [mark, '', first, ...others];
  }

  private table(): string[] {
    const rows: string[] = [];
    let cells: string[] = [];
    let aligned: string[] = [];
    for (let token = this.tokens[this.at++]; token !== undefined && token.type !== 'table_close'; token = this.tokens[this.at++]) {
      if (token.type === 'tr_open') [cells, aligned] = [[], []];
      if (token.type === 'th_open' || token.type === 'td_open') aligned.push(alignmentOf(token));
      if (token.type === 'inline') cells.push(this.inline.write(token.children ?? [], true));
      if (token.type !== 'tr_close') continue;
      rows.push(`| ${cells.join(' | ')} |`);
      if (rows.length === 1) rows.push(`| ${aligned.join(' | ')} |`);
    }
    return rows;
  }
}

function linesOf(html: string): string[] {
  return html.split('\n').flatMap((line) => (line.trim() === '' ? [] : [escapeAll(line.trim())]));
}

/** Puts a mark before the first line and as many spaces before the others. */
function indented(mark: string, [first = '', ...others]: readonly string[]): string[] {
  const indent = ' '.repeat(mark.length);
  return [mark + first, ...others.map((line) => (line === '' ? '' : indent + line))];
}

/** Lets the box of a task be a box: `[x] ` at the beginning of an item. */
function withBox([first = '', ...others]: readonly string[]): string[] {
  return [first.replace(/^&#91;([ xX])&#93;(?= )/, '[$1]'), ...others];
}

function alignmentOf(token: Token): string {
  const style = String(token.attrGet('style') ?? '');
  if (style.includes('center')) return ':-:';
  return style.includes('right') ? '--:' : style.includes('left') ? ':--' : '---';
}
