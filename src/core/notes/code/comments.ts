import type { Span } from '../../util/span';
import { commentSyntaxOf, type CommentSyntax } from './commentSyntax';

/** A comment in a text. */
export interface Comment extends Span {
  /** Its text without the marks around it. */
  readonly inner: Span;
}

/** The comments of a text in a language, as a fence calls it, in their order. Takes time linear in the text. */
export function findComments(text: string, language: string): Comment[] {
  const syntax = commentSyntaxOf(language);
  const code = syntax.blank?.(text) ?? text;
  const comments: Comment[] = [];
  const pattern = patternOf(syntax);
  for (let match = pattern.exec(code); match !== null; match = pattern.exec(code)) {
    const open = syntax.block.findIndex((_, index) => match?.groups?.[`block${index}`] !== undefined);
    const from = match.index + match[0].length;
    const block = syntax.block[open];
    if (block !== undefined) {
      const close = closeOf(code, match.index, from, block);
      const end = close < 0 ? code.length : close + block.close.length;
      comments.push({ start: match.index, end, inner: { start: from, end: close < 0 ? end : close } });
      pattern.lastIndex = end;
    } else if (match.groups?.line !== undefined) {
      const lineEnd = code.indexOf('\n', from);
      const end = lineEnd < 0 ? code.length : lineEnd;
      comments.push({ start: match.index, end, inner: { start: from, end } });
      pattern.lastIndex = end;
    } else if (match[0] === '') pattern.lastIndex++;
  }
  return comments;
}

/** What is opaque goes first, a comment of several lines before one of a single line: Lua opens both with the same sign. */
function patternOf({ opaque, block, line }: CommentSyntax): RegExp {
  const blocks = block.map(({ open }, index) => `(?<block${index}>${open})`);
  const lines = line.length === 0 ? [] : [`(?<line>${line.join('|')})`];
  return new RegExp([...opaque, ...blocks, ...lines].map((part) => `(?:${part})`).join('|'), 'gm');
}

/** Where the text stands that closes a comment; -1 for nowhere. */
function closeOf(text: string, start: number, from: number, { open, close, nests }: CommentSyntax['block'][number]): number {
  if (nests !== true) return text.indexOf(close, from);
  const mark = new RegExp(`(?<open>${open})|${close.replace(/[^\w]/g, '\\$&')}`, 'g');
  mark.lastIndex = start;
  let depth = 0;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    depth += match.groups?.open === undefined ? -1 : 1;
    if (depth === 0) return match.index;
  }
  return -1;
}
