import type { MarkdownIt, Token } from 'markdown-it';
import { htmlOf, isBlock } from '../../src/core/notes/html/html';
import { decodeReferences, type HtmlPiece, type HtmlTag } from '../../src/core/notes/html/htmlPieces';
import { escapeHtml } from './escapeHtml';
import { hueOf } from './hue';

/**
 * Renders the HTML of a note. Each tag is written anew by its name and by values that were checked, so that nothing of an author's
 * own gets into the page but text. Without what renders images all tags are text.
 */
export function useHtmlTags(
  markdown: MarkdownIt,
  image: ((tokens: readonly Token[], at: number, tag: HtmlTag) => string) | undefined,
): void {
  const { rules } = markdown.renderer;
  rules.html_inline = (tokens, at) => write(tokens, at);
  rules.html_block = (tokens, at) => {
    const pieces = piecesOf(tokens, at);
    const html = write(tokens, at).trim();
    if (html === '') return '';
    return image === undefined || isParagraph(pieces) ? `<p>${html}</p>\n` : `${html}\n`;
  };

  function write(tokens: readonly Token[], at: number): string {
    return piecesOf(tokens, at)
      .map((piece) => {
        if (piece.kind === 'text' || piece.isText || image === undefined) return textOf(piece);
        return piece.name === 'img' ? image(tokens, at, piece) : tagOf(piece);
      })
      .join('');
  }
}

/** Returns by how much a token changes the number of elements of HTML around what follows. */
export function depthOfHtml(token: Token): number {
  if (token.type !== 'html_block') return 0;
  return piecesOf([token], 0).reduce((depth, piece) => depth + (piece.kind === 'tag' && !piece.isText ? piece.nesting : 0), 0);
}

function piecesOf(tokens: readonly Token[], at: number): readonly HtmlPiece[] {
  const token = tokens[at];
  return (token && htmlOf(token)) ?? [];
}

/** Returns whether pieces hold no block, and end what they begin. */
function isParagraph(pieces: readonly HtmlPiece[]): boolean {
  const tags = pieces.filter((piece): piece is HtmlTag => piece.kind === 'tag' && !piece.isText);
  return tags.every(({ name }) => !isBlock(name)) && tags.reduce((depth, { nesting }) => depth + nesting, 0) === 0;
}

function textOf(piece: HtmlPiece): string {
  return escapeHtml(piece.kind === 'text' ? decodeReferences(piece.text) : piece.written);
}

function tagOf({ name, nesting, attributes }: HtmlTag): string {
  const isOpen = nesting >= 0;
  switch (name) {
    case 'table':
      return isOpen ? '<div class="table"><table role="table">' : '</table></div>';
    case 'center':
      return isOpen ? '<div class="center">' : '</div>';
    case 'font': {
      const hue = hueOf(attributes.color ?? '');
      return isOpen ? `<span${hue === undefined ? '' : ` class="hue ${hue}"`}>` : '</span>';
    }
    case 'details':
      return isOpen ? `<details${attributes.open === undefined ? '' : ' open'}>` : '</details>';
    case 'th':
    case 'td': {
      if (!isOpen) return `</${name}>`;
      const { align, colspan, rowspan } = attributes;
      const of = Object.entries({ class: align, colspan, rowspan });
      return `<${name}${of.map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeHtml(value)}"`)).join('')}>`;
    }
    case 'br':
    case 'img':
    case 'caption':
    case 'kbd':
    case 'sub':
    case 'sup':
    case 'summary':
    case 'thead':
    case 'tbody':
    case 'tfoot':
    case 'tr':
      return isOpen ? `<${name}>` : `</${name}>`;
    default:
      return name satisfies never;
  }
}
