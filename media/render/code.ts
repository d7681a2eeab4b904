import type { MarkdownIt } from 'markdown-it';
import { findCodeAnchors, isAnnotatedCode } from '../../src/core/notes/code/codeAnchors';
import { isDiagram } from '../../src/core/notes/diagrams/diagramAnchors';
import { isExcerpt } from '../../src/core/notes/excerptFence';
import type { PanelNote, PanelWords } from '../../src/protocol/panel';
import { renderExcerptFence } from './excerpt';
import { escapeHtml } from './escapeHtml';
import type { Highlighter } from './highlighter';
import { anchorAttributes } from './links';

/**
 * Renders excerpts, blocks of code with links and a button to copy, and code in a line so that it can break behind a dot. Blocks
 * have colours where there is a highlighter.
 */
export function useCode(markdown: MarkdownIt, note: PanelNote, words: PanelWords, highlight: Highlighter | undefined): void {
  markdown.renderer.rules.fence = (tokens, at) => {
    const { content = '', info = '' } = tokens[at] ?? {};
    if (isDiagram(info))
      return `<figure class="diagram" data-diagram aria-busy="true">${block(escapeHtml(content), words)}</figure>\n`;
    if (isExcerpt(info)) return renderExcerptFence(content, note, words);
    return block(codeHtml(content, info, note, highlight), words, info);
  };
  markdown.renderer.rules.code_block = (tokens, at) => block(escapeHtml(tokens[at]?.content ?? ''), words);
  markdown.renderer.rules.code_inline = (tokens, at) => `<code>${breakable(tokens[at]?.content ?? '')}</code>`;
}

/** Renders what a block of code holds; `info` is what stands behind the marks of its fence, which begins with the language. */
export function codeHtml(content: string, info: string, note: PanelNote, highlight: Highlighter | undefined): string {
  const html = isAnnotatedCode(info) ? linked(content, info, note, highlight) : undefined;
  return html ?? coloured(content, info, highlight);
}

/** Writes a block of code. The page colours the block by `data-info` where the colours come later. */
function block(html: string, words: PanelWords, info = ''): string {
  const data = info.trim() === '' ? '' : ` data-info="${escapeHtml(info)}"`;
  const copy = `<button type="button" class="copy" data-copy>${escapeHtml(words.copy)}</button>`;
  return `<div class="code"><pre><code${data}>${html}</code></pre>${copy}</div>\n`;
}

function coloured(text: string, info: string, highlight: Highlighter | undefined): string {
  return highlight?.(text, info.trim().split(/\s/, 1)[0] ?? '') ?? escapeHtml(text);
}

/** A character of Unicode's private use stands for each anchor while the code gets its colours, so that the highlighter cannot split an anchor. */
const firstMark = 0xe000;
const lastMark = 0xf8ff;
const anyMark = /[\uE000-\uF8FF]/g;

const indexes = new WeakMap<PanelNote, ReadonlyMap<string, number>>();

/** Returns the index of each anchor's text among the note's anchors, the first one where it stands there more than once. */
function indexed(note: PanelNote): ReadonlyMap<string, number> {
  const known = indexes.get(note) ?? new Map(note.anchors.map(({ text }, index) => [text, index] as const).reverse());
  indexes.set(note, known);
  return known;
}

/** Renders code whose comments hold anchors of the note, each of them as a link. Returns undefined for any other code. */
function linked(text: string, info: string, note: PanelNote, highlight: Highlighter | undefined): string | undefined {
  const known = indexed(note);
  const anchors = findCodeAnchors(text, info).filter((anchor) => known.has(anchor.text));
  // A text with such characters of its own, or with more anchors than there are of them, is shown as it is.
  if (anchors.length === 0 || anchors.length > lastMark - firstMark || text.search(anyMark) >= 0) return undefined;
  let marked = '';
  let end = 0;
  anchors.forEach((anchor, index) => {
    marked += text.slice(end, anchor.start) + String.fromCharCode(firstMark + index);
    end = anchor.end;
  });
  return coloured(marked + text.slice(end), info, highlight).replace(anyMark, (mark) => {
    const written = anchors[mark.charCodeAt(0) - firstMark]?.text ?? '';
    return `<a${anchorAttributes(note, known.get(written) ?? -1)}>${escapeHtml(written)}</a>`;
  });
}

/** A name too long for a narrow panel breaks where its parts meet, without a hyphen and without a trace in what is copied. */
function breakable(code: string): string {
  const parts = code.length < 16 ? [code] : code.split(/(?<=[.#_/(,:])(?=\w)/);
  return parts.map(escapeHtml).join('<wbr>');
}
