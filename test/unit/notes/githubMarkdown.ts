import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { CompileContext, HtmlExtension } from 'micromark-util-types';

/** Each piece of raw HTML without its comments, and without what browsers take for comments. */
const withoutComments: HtmlExtension = {
  enter: { htmlFlow: startHtml, htmlText: startHtml },
  exit: { htmlFlow: endHtml, htmlText: endHtml },
};

function startHtml(this: CompileContext, { type }: { readonly type: string }): undefined {
  if (type === 'htmlFlow') this.lineEndingIfNeeded();
  this.setData('ignoreEncode', true);
  this.buffer();
}

function endHtml(this: CompileContext): undefined {
  const html = this.resume();
  this.setData('ignoreEncode');
  this.raw(html.replaceAll(/<([a-z][a-z\d-]*)(?:"[^"]*"|'[^']*'|[^"'>])*>|<!--(?:-?>|[^]*?(?:-->|$))|<\?[^]*?(?:\?>|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<![^>]*(?:>|$)/gi, (piece, tag: unknown) => (tag === undefined ? '' : piece)));
}

/**
 * A text as GitHub's Markdown renders it, by a parser that shares nothing with ours. Raw HTML and all schemes are let through, comments
 * are taken out.
 */
export function githubHtml(text: string): string {
  return micromark(text, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml(), withoutComments],
  });
}

/** The destinations of links to code, as GitHub renders them, in order. */
export function githubAnchors(text: string): string[] {
  return [...githubHtml(text).matchAll(/<a href="(kafka:[^"]*)"/g)].map(([, href = '']) => decode(href));
}

/** The levels of headings, as GitHub renders them; the one over the list of footnotes is none of the text's. */
export function githubHeadings(text: string): number[] {
  return [...githubHtml(text).replace('<h2 id="footnote-label" class="sr-only">Footnotes</h2>', '').matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level));
}

function decode(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
