import { replaceSpans, type Span } from '../util/span';

/** The openings of everything that HTML shows to nobody, each with its end. */
const comments = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

/**
 * Finds the comments in raw HTML, in the order of its text. Processing instructions, declarations and CDATA sections are comments
 * too, since browsers take them for some. A comment without an end reaches to the end of the text. The `<!--` in a tag's attribute
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

/** Returns raw HTML with its tags and without its comments. */
export function withoutHtmlComments(html: string): string {
  return replaceSpans(html, findHtmlComments(html), () => '');
}

/**
 * Returns a note's text with a space in the place of each character that stands in a comment. Lines and offsets stay, so that any part can be
 * cut out.
 */
export function withoutComments({ text, comments = [] }: { readonly text: string; readonly comments?: readonly Span[] }): string {
  return replaceSpans(text, comments, (comment) => comment.replace(/[^\r\n]/g, ' '));
}

/** The opening and the end of a kind of comment. */
export type CommentKind = (typeof comments)[number];

/** Returns the kind of comment that starts at a place, or undefined if none does. */
export function kindOfComment(html: string, at: number): CommentKind | undefined {
  return comments.find(([open]) => html.startsWith(open, at));
}

/** Returns the offset behind the comment that starts at `start`, or undefined if it does not end. `<!-->` and `<!--->` are whole comments. */
export function endOfComment(html: string, start: number, [open, close]: CommentKind): number | undefined {
  const overlap = open === '<!--' ? 2 : 0;
  const end = html.indexOf(close, start + open.length - overlap);
  return end < 0 ? undefined : end + close.length;
}

/** Returns the offset behind the tag that starts at `start`, or undefined if it does not end. */
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
