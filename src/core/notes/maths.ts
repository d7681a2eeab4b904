import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

/**
 * Makes a parser understand maths as the editor's own preview does: `$…$` in a line, and `$$…$$` in a line or as a block. The tokens are
 * `maths_inline` and `maths_block`, whose content is the source; `meta.isDisplayed` tells `$$` from `$`. Prices and variables
 * such as `$5`, `$HOME` and `${topic}-${partition}` are no maths, and a block without an end does not swallow the rest of the note.
 * The plugins that are well kept, `@mdit/plugin-tex` and the editor's `@vscode/markdown-it-katex`, do take such variables or such a
 * rest for maths; the editor's has KaTeX in it, too, which the core must not load.
 */
export function useMaths(markdown: MarkdownIt): void {
  markdown.inline.ruler.after('escape', 'note_maths', readInline);
  markdown.block.ruler.after('blockquote', 'note_maths_block', readBlock, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
}

/** The length of the longest source that is taken for maths, in UTF-16 units. */
const longest = 5000;

function readInline(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== '$') return false;
  const mark = src[pos + 1] === '$' ? '$$' : '$';
  const start = pos + mark.length;
  const end = endOfMaths(src, start, posMax);
  const content = end === undefined ? '' : src.slice(start, end);
  const isMaths =
    end !== undefined &&
    src.startsWith(mark, end) &&
    end + mark.length <= posMax &&
    !/[\w$\\]/.test(src.charAt(pos - 1)) &&
    !/[\w${]/.test(src.charAt(end + mark.length)) &&
    // Code and links in it would be lost.
    !/`|\]\(/.test(content) &&
    (mark === '$$' ? content.trim() !== '' : content !== '' && content === content.trim());
  if (!isMaths) {
    // The signs are passed together, so that the second one opens nothing.
    if (!silent) state.pending += mark;
    state.pos += Math.min(mark.length, posMax - pos);
    return true;
  }
  if (!silent) {
    const token = state.push('maths_inline', 'math', 0);
    token.content = content.trim();
    token.markup = mark;
    token.meta = { isDisplayed: mark === '$$' };
  }
  state.pos = end + mark.length;
  return true;
}

/** Returns where the next `$` stands that no backslash escapes. */
function endOfMaths(text: string, start: number, max: number): number | undefined {
  for (let at = start; at < max && at - start <= longest; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === '$') return at;
  }
  return undefined;
}

function readBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const first = lineOf(state, startLine);
  if (!first.startsWith('$$')) return false;
  const lines: string[] = [];
  let length = 0;
  for (let line = startLine; line < endLine; line++) {
    const text = (line === startLine ? first.slice(2) : lineOf(state, line)).trimEnd();
    if (line > startLine && (text.trim() === '' || (state.sCount[line] ?? 0) < state.blkIndent)) return false;
    length += text.length;
    if (length > longest) return false;
    if (text.endsWith('$$')) {
      lines.push(text.slice(0, -2));
      const content = lines.join('\n').trim();
      if (content === '' || content.includes('$$')) return false;
      if (silent) return true;
      const token = state.push('maths_block', 'math', 0);
      token.content = content;
      token.markup = '$$';
      token.block = true;
      token.map = [startLine, line + 1];
      token.meta = { isDisplayed: true };
      state.line = line + 1;
      return true;
    }
    if (text.includes('$$')) return false;
    lines.push(text);
  }
  return false;
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line] ?? 0);
}
