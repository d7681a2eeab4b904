import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it';
import { useFootnotes } from './footnotes';
import { keepAnchors } from './keepAnchors';
import { textOfToken } from './plainText';

/**
 * The one way in which notes are parsed: GitHub's Markdown with footnotes. No address becomes a link by itself, and anchors stay as
 * written. What is HTML is no Markdown: it is rendered as the text that it is, without its comments.
 */
export function createMarkdown(): Markdown {
  const markdown = keepAnchors(new MarkdownIt({ html: true, linkify: false, typographer: false }));
  const { escapeHtml } = markdown.utils;
  markdown.renderer.rules.html_inline = (tokens, at) => {
    const token = tokens[at];
    return token === undefined ? '' : escapeHtml(textOfToken(token));
  };
  markdown.renderer.rules.html_block = (tokens, at) => {
    const token = tokens[at];
    const text = token === undefined ? '' : textOfToken(token).trim();
    return text === '' ? '' : `<p>${escapeHtml(text)}</p>\n`;
  };
  useFootnotes(markdown);
  return markdown;
}
