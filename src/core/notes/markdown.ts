import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it';
import { keepAnchors } from './keepAnchors';

/** The one way notes are read: GitHub's Markdown without HTML, no address made a link by itself, anchors left as written. */
export function createMarkdown(): Markdown {
  return keepAnchors(new MarkdownIt({ html: false, linkify: false, typographer: false }));
}
