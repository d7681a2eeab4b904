import type { Token } from 'markdown-it';
import { imageAddress } from '../imageAddress';
import { htmlOf } from '../html/html';
import { isAnchorText } from '../parseAnchor';
import { plainText, textOfToken } from '../plainText';
import { escapeAll } from './escapeAll';
import type { QuotationRequest, QuotedLink } from './quotation';

/** Writes the inline tokens of a passage as Markdown. Links that may not be followed and images that may not be shown become their text. */
export class InlineQuoter {
  readonly links: QuotedLink[] = [];

  constructor(private readonly folders: Pick<QuotationRequest, 'base' | 'root'>) {}

  /** Returns the Markdown of inline tokens. In a table's cell, where a line's end would end the row, it is one line. */
  write(tokens: readonly Token[], isCell = false): string {
    /** The text behind each link that is open, which closes it. */
    const ends: string[] = [];
    const write = (token: Token): string => {
      switch (token.type) {
        case 'softbreak':
          return isCell ? ' ' : '\n';
        case 'hardbreak':
          return isCell ? ' ' : '\\\n';
        case 'code_inline':
          return codeSpan(token.content, isCell);
        case 'strong_open':
        case 'strong_close':
        case 'em_open':
        case 'em_close':
          return token.markup.replaceAll('_', '*');
        case 'link_open': {
          const destination = this.destination(String(token.attrGet('href') ?? ''));
          ends.push(destination === undefined ? '' : `](${destination})`);
          return destination === undefined ? '' : '[';
        }
        case 'link_close':
          return ends.pop() ?? '';
        case 'image':
          return this.image(plainText(token.children ?? []), String(token.attrGet('src') ?? ''));
        // The renderer would end a struck text inside of code.
        case 's_open':
        case 's_close':
          return '';
        case 'html_inline':
          return this.html(token, isCell);
        case 'footnote_call':
          return escapeAll(`[${labelOf(token)}]`);
        default:
          return escapeAll(textOfToken(token));
      }
    };
    return tokens.map(write).join('');
  }

  private destination(href: string): string | undefined {
    const kind = isAnchorText(href) ? 'anchor' : isRelative(href) ? 'file' : undefined;
    if (kind === undefined) return undefined;
    this.links.push({ kind, href });
    return `\0${this.links.length - 1}\0`;
  }

  private html(token: Token, isCell: boolean): string {
    const [piece] = htmlOf(token) ?? [];
    if (piece?.kind === 'tag' && piece.name === 'br' && !isCell) return '\\\n';
    return escapeAll(textOfToken(token));
  }

  private image(words: string, source: string): string {
    const text = escapeAll(words);
    const address = imageAddress(source, this.folders.base, this.folders.root);
    return address === undefined ? text : `![${text}](${encodeSigns(address)})`;
  }
}

/** The label of a footnote, or of a call of it. */
export function labelOf({ meta }: Token): string {
  const label = (meta as { label?: unknown } | null)?.label;
  return typeof label === 'string' ? label : '';
}

/** Returns whether a link leads to a file or a section of the notes: it has neither a scheme nor a host. */
function isRelative(href: string): boolean {
  return !/^[a-z][a-z\d+.-]*:/i.test(href) && !/^[/\\]{2}/.test(href) && href !== '';
}

/** Encodes the signs that would end a destination. */
function encodeSigns(address: string): string {
  return address.replace(/[()<>\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/**
 * Writes code as code where any parser sees its end at the same place, else as text: with a backtick in it the renderer looks for
 * emphasis in the code, and in a table a `|` in it can end the cell.
 */
function codeSpan(content: string, isCell: boolean): string {
  if (content.includes('`') || (isCell && content.includes('|'))) return escapeAll(content);
  return content.trim() === '' ? '' : /^ .* $/.test(content) ? `\` ${content} \`` : `\`${content}\``;
}
