import { replaceSpans, type Span } from '../util/span';

/** What opens something that HTML shows to nobody, and what closes it. */
const comments = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

/**
 * The comments in raw HTML, in the order of its text. Processing instructions, declarations and CDATA sections are comments too:
 * that is what browsers take them for. A comment without an end reaches to the end of the text. The `<!--` in a tag's attribute
 * opens none. Takes time linear in the text.
 */
export function findHtmlComments(html: string): Span[] {
  const found: Span[] = [];
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const kind = kindOfComment(html, at);
    if (kind !== undefined) {
      const end = endOfComment(html, at, kind) ?? html.length;
      found.push({ start: at, end });
      at = end;
    } else if (/[a-z]/i.test(html.charAt(html[at + 1] === '/' ? at + 2 : at + 1))) {
      const end = endOfTag(html, at);
      // A tag without an end takes everything behind it.
      if (end === undefined) break;
      at = end;
    } else at++;
  }
  return found;
}

/** What a reader may see of raw HTML, with its tags: all but the comments. */
export function withoutHtmlComments(html: string): string {
  return replaceSpans(html, findHtmlComments(html), () => '');
}

/**
 * A note's text with a space in the place of each character that stands in a comment. Lines and offsets stay, so that any part can be
 * cut out.
 */
export function withoutComments({ text, comments = [] }: { readonly text: string; readonly comments?: readonly Span[] }): string {
  return replaceSpans(text, comments, (comment) => comment.replace(/[^\r\n]/g, ' '));
}

/** What opens a comment and what closes it. */
export type CommentKind = (typeof comments)[number];

/** The comment that starts at a place; undefined where none does. */
export function kindOfComment(html: string, at: number): CommentKind | undefined {
  return comments.find(([open]) => html.startsWith(open, at));
}

/** Behind the comment that starts at `start`; undefined where it does not end. `<!-->` and `<!--->` are whole comments. */
export function endOfComment(html: string, start: number, [open, close]: CommentKind): number | undefined {
  const overlap = open === '<!--' ? 2 : 0;
  const end = html.indexOf(close, start + open.length - overlap);
  return end < 0 ? undefined : end + close.length;
}

/** Behind the tag that starts at `start`; undefined where it does not end. */
function endOfTag(html: string, start: number): number | undefined {
  const mark = /["'>]/g;
  for (let at = start; ; ) {
    mark.lastIndex = at;
    const next = mark.exec(html);
    if (next === null) return undefined;
    if (next[0] === '>') return next.index + 1;
    const quote = html.indexOf(next[0], next.index + 1);
    if (quote < 0) return undefined;
    at = quote + 1;
  }
}
