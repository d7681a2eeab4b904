import type { Token } from 'markdown-it';
import type { LineIndex } from '../util/lineIndex';

/**
 * Returns whether a fenced code block has no end of its own. The parser closes such a block silently where its container or the note
 * ends. A closed block has one line more than its opening and its content.
 */
export function isUnclosedFence({ map, content, markup }: Token, lines: LineIndex): boolean {
  if (map === null) return false;
  const [start, end] = map;
  if (end - start < 2) return true;
  const contentLines = content === '' ? 0 : content.replace(/\n$/, '').split('\n').length;
  if (contentLines > end - start - 2) return true;
  const last = lines.line(end - 1).replace(/^[\s>]+/, '');
  const mark = markup.charAt(0);
  const run = last.length - trimStartOf(last, mark).length;
  return run < markup.length || last.slice(run).trim() !== '';
}

function trimStartOf(text: string, character: string): string {
  let start = 0;
  while (text[start] === character) start++;
  return text.slice(start);
}
