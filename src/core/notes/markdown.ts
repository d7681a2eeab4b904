import MarkdownIt, { type MarkdownIt as Markdown, type StateInline } from 'markdown-it';
import { useFootnotes } from './footnotes';
import { endOfComment, kindOfComment, type CommentKind } from './htmlComments';
import { keepAnchors } from './keepAnchors';
import { useAlerts } from './alerts';
import { useHtml } from './html/html';
import { useMaths } from './maths';

/**
 * The one way in which notes are parsed: GitHub's Markdown with footnotes. No address becomes a link by itself, and anchors stay as
 * written. Of HTML a few elements count (see `html/elements.ts`), and the rest is the text that it is, without its comments.
 */
export function createMarkdown(): Markdown {
  const markdown = keepAnchors(new MarkdownIt({ html: true, linkify: false, typographer: false }));
  useComments(markdown);
  useFootnotes(markdown);
  useMaths(markdown);
  useHtml(markdown);
  useAlerts(markdown);
  return markdown;
}

/**
 * Finds comments in a line. The parser itself takes no comment for one any more behind a `<?` or `<!` in the same paragraph that has
 * no end, as in `Class<?>`; here only one of the same kind is not looked for again, so that no text takes more than linear time.
 */
function useComments(markdown: Markdown): void {
  const endless = new WeakMap<StateInline, Set<CommentKind>>();
  markdown.inline.ruler.before('html_inline', 'note_comment', (state, silent) => {
    if (state.src[state.pos] !== '<') return false;
    const kind = kindOfComment(state.src, state.pos);
    const known = endless.get(state) ?? new Set();
    if (kind === undefined || known.has(kind) || (kind[0] === '<!' && !/[a-z]/i.test(state.src.charAt(state.pos + 2)))) return false;
    const end = endOfComment(state.src, state.pos, kind);
    if (end === undefined) {
      endless.set(state, known.add(kind));
      return false;
    }
    if (!silent) state.push('html_inline', '', 0).content = state.src.slice(state.pos, end);
    state.pos = end;
    return true;
  });
}
