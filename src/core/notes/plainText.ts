import type { Token } from 'markdown-it';
import { withoutHtmlComments } from './htmlComments';

/** What a reader sees of one inline token, without marks: a line's end is a space, an image is its text, a comment is nothing. */
export function textOfToken({ type, content, children }: Token): string {
  switch (type) {
    case 'softbreak':
    case 'hardbreak':
      return ' ';
    case 'image':
      return plainText(children ?? []);
    case 'html_inline':
    case 'html_block':
      return withoutHtmlComments(content);
    default:
      return content;
  }
}

/** What a reader sees of inline tokens, without marks. */
export function plainText(tokens: readonly Token[]): string {
  return tokens.map(textOfToken).join('').trim();
}
