import type { MarkdownIt, Token } from 'markdown-it';
import { elements, type ElementName } from './elements';
import { decodeReferences, readHtml, type HtmlPiece, type HtmlTag } from './htmlPieces';

/**
 * Has a parser read the HTML in a note: each of its tokens gets the pieces that it consists of. Tags that have no partner in the same
 * block, quotation, list or emphasis are text, so that what is rendered is always well formed.
 */
export function useHtml(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'note_html', ({ tokens }) => {
    pairTags(tokens, true);
  });
}

/** Returns the pieces of a token of HTML, or undefined for any other token. */
export function htmlOf({ type, meta }: Token): readonly HtmlPiece[] | undefined {
  return type === 'html_block' || type === 'html_inline' ? (meta?.html as readonly HtmlPiece[] | undefined) : undefined;
}

/** Returns what a reader sees of pieces of HTML, without tags. */
export function textOfHtml(pieces: readonly HtmlPiece[]): string {
  return pieces.map(textOfPiece).join('');
}

function textOfPiece(piece: HtmlPiece): string {
  if (piece.kind === 'text') return decodeReferences(piece.text);
  if (piece.isText) return piece.written;
  if (piece.name === 'img') return piece.attributes.alt ?? '';
  return piece.name === 'br' || isBlock(piece.name) ? ' ' : '';
}

export function isBlock(name: ElementName): boolean {
  return elements[name].isBlock;
}

function pairTags(tokens: readonly Token[], areBlocks: boolean): void {
  let open: HtmlTag[] = [];
  const around: HtmlTag[][] = [];
  for (const token of tokens) {
    if (token.nesting === 1) {
      around.push(open);
      open = [];
    } else if (token.nesting === -1) {
      for (const tag of open) tag.isText = true;
      open = around.pop() ?? [];
    } else if (token.type === 'html_block' || token.type === 'html_inline') {
      const html = readHtml(token.content);
      token.meta = { html };
      for (const piece of html) {
        if (piece.kind !== 'tag') continue;
        if (!areBlocks && isBlock(piece.name)) piece.isText = true;
        else pair(piece, open);
      }
    } else if (token.children !== null) pairTags(token.children, false);
  }
  for (const tag of open) tag.isText = true;
}

/** Puts a tag on the stack of those that are open, or takes its partner off it with all that are open inside. */
function pair(tag: HtmlTag, open: HtmlTag[]): void {
  if (tag.nesting === 1) open.push(tag);
  if (tag.nesting !== -1) return;
  const partner = open.findLastIndex(({ name }) => name === tag.name);
  if (partner < 0) tag.isText = true;
  else for (const inside of open.splice(partner).slice(1)) inside.isText = true;
}
