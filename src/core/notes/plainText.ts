import type { Token } from 'markdown-it';
import { withoutHtmlComments } from './htmlComments';
import { htmlOf, textOfHtml } from './html/html';

/** Returns what a reader sees of one inline token, without marks. A line's end is a space, an image is its text, a comment is nothing. */
export function textOfToken(token: Token): string {
  const { type, content, children } = token;
  switch (type) {
    case 'softbreak':
    case 'hardbreak':
      return ' ';
    case 'image':
      return plainText(children ?? []);
    case 'html_inline':
    case 'html_block':
      return htmlText(token);
    default:
      return content;
  }
}

/** Returns what a reader sees of inline tokens, without marks. */
export function plainText(tokens: readonly Token[]): string {
  return tokens.map(textOfToken).join('').trim();
}

function htmlText(token: Token): string {
  const html = htmlOf(token);
  return html === undefined ? withoutHtmlComments(token.content) : textOfHtml(html);
}
