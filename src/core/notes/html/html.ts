import type { MarkdownIt, Token } from 'markdown-it';
import { elements, type ElementName } from './elements';
import { decodeReferences, readHtml, type HtmlPiece, type HtmlTag } from './htmlPieces';

/**
 * Has a parser read the HTML in a note: each of its tokens gets the pieces that it consists of. Tags that have no partner in the same
 * block, quotation, list or emphasis are text, so that what is rendered is always well formed.
 */
export function useHtml(markdown: MarkdownIt): void {
  const { renderer, utils } = markdown;
  markdown.core.ruler.after('inline', 'note_html', ({ tokens }) => pairTags(tokens, true));
  // Whoever has no rules for its pieces shows it as text.
  renderer.rules.html_inline = (tokens, at) => utils.escapeHtml(tokens[at]?.content ?? '');
  renderer.rules.html_block = renderer.rules.html_inline;
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
  let open = new OpenTags();
  const around: OpenTags[] = [];
  for (const token of tokens) {
    if (token.nesting === 1) {
      around.push(open);
      open = new OpenTags();
    } else if (token.nesting === -1) {
      open.end();
      open = around.pop() ?? new OpenTags();
    } else if (token.type === 'html_block' || token.type === 'html_inline') {
      const html = readHtml(token.content);
      token.meta = { html };
      for (const piece of html) {
        if (piece.kind !== 'tag') continue;
        if (!areBlocks && isBlock(piece.name)) piece.isText = true;
        else open.add(piece);
      }
    } else if (token.children !== null) pairTags(token.children, false);
  }
  for (const one of [open, ...around]) one.end();
}

/** The tags that are open in one container. */
class OpenTags {
  private tags: HtmlTag[] = [];
  /** The number of open tags of each name, so that a tag without a partner is not looked for among all of them. */
  private readonly counts = new Map<ElementName, number>();

  /** Adds an opening tag. A closing one takes its partner away, and what is still open inside of that is text. */
  add(tag: HtmlTag): void {
    const count = this.counts.get(tag.name) ?? 0;
    if (tag.nesting === 1) {
      this.tags.push(tag);
      this.counts.set(tag.name, count + 1);
    } else if (tag.nesting === -1 && count === 0) tag.isText = true;
    else if (tag.nesting === -1) {
      for (let last = this.tags.pop(); last !== undefined; last = this.tags.pop()) {
        this.counts.set(last.name, (this.counts.get(last.name) ?? 1) - 1);
        if (last.name === tag.name) return;
        last.isText = true;
      }
    }
  }

  /** The container ends: what is open has no partner. */
  end(): void {
    for (const tag of this.tags) tag.isText = true;
    this.tags = [];
  }
}
