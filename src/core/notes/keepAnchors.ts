import type { MarkdownIt } from 'markdown-it';
import { isAnchorText } from './parseAnchor';

/** Makes a Markdown parser, ours or the editor's, take anchors as links and leave their text alone. */
export function keepAnchors<T extends Pick<MarkdownIt, 'validateLink' | 'normalizeLink' | 'normalizeLinkText'>>(markdown: T): T {
  const validate = markdown.validateLink.bind(markdown);
  const normalize = markdown.normalizeLink.bind(markdown);
  const normalizeText = markdown.normalizeLinkText.bind(markdown);
  markdown.validateLink = (url) => isAnchorText(url) || validate(url);
  markdown.normalizeLink = (url) => (isAnchorText(url) ? url : normalize(url));
  markdown.normalizeLinkText = (url) => (isAnchorText(url) ? url : normalizeText(url));
  return markdown;
}
