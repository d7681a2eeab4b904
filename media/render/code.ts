import type { MarkdownIt } from 'markdown-it';
import { findCodeAnchors, isAnnotatedCode } from '../../src/core/notes/code/codeAnchors';
import { isDiagram } from '../../src/core/notes/diagrams/diagramAnchors';
import { isExcerpt } from '../../src/core/notes/excerptFence';
import type { PanelNote, PanelWords } from '../../src/protocol/panel';
import { renderExcerptFence } from './excerpt';
import { escapeHtml } from './escapeHtml';
import { highlight } from './highlight';
import { anchorAttributes } from './links';

/** Renders excerpts, blocks of code with colours, links and a button to copy, and code in a line so that it can break behind a dot. */
export function useCode(markdown: MarkdownIt, note: PanelNote, words: PanelWords): void {
  const anchors = indexed(note);
  markdown.renderer.rules.fence = (tokens, at) => {
    const { content = '', info = '' } = tokens[at] ?? {};
    if (isDiagram(info))
      return `<figure class="diagram" data-diagram aria-busy="true">${block(escapeHtml(content), words)}</figure>\n`;
    if (isExcerpt(info)) return renderExcerptFence(content, note, words);
    return block(isAnnotatedCode(info) ? linked(content, info, note, anchors) : coloured(content, info), words);
  };
  markdown.renderer.rules.code_block = (tokens, at) => block(escapeHtml(tokens[at]?.content ?? ''), words);
  markdown.renderer.rules.code_inline = (tokens, at) => `<code>${breakable(tokens[at]?.content ?? '')}</code>`;
}

function block(html: string, words: PanelWords): string {
  const copy = `<button type="button" class="copy" data-copy>${escapeHtml(words.copy)}</button>`;
  return `<div class="code"><pre><code>${html}</code></pre>${copy}</div>\n`;
}

function coloured(text: string, info: string): string {
  return highlight(text, info.trim().split(/\s/, 1)[0] ?? '') ?? escapeHtml(text);
}

/** A character of Unicode's private use stands for each anchor while the code gets its colours, so that the highlighter cannot split an anchor. */
const firstMark = 0xe000;
const lastMark = 0xf8ff;
const anyMark = /[\uE000-\uF8FF]/g;

/** Returns the index of each anchor's text among the note's anchors, the first one where it stands there more than once. */
function indexed({ anchors }: PanelNote): ReadonlyMap<string, number> {
  return new Map(anchors.map(({ text }, index) => [text, index] as const).reverse());
}

function linked(text: string, info: string, note: PanelNote, known: ReadonlyMap<string, number>): string {
  const anchors = findCodeAnchors(text, info).filter((anchor) => known.has(anchor.text));
  // A text with such characters of its own, or with more anchors than there are of them, is shown as it is.
  if (anchors.length === 0 || anchors.length > lastMark - firstMark || text.search(anyMark) >= 0) return coloured(text, info);
  let marked = '';
  let end = 0;
  anchors.forEach((anchor, index) => {
    marked += text.slice(end, anchor.start) + String.fromCharCode(firstMark + index);
    end = anchor.end;
  });
  return coloured(marked + text.slice(end), info).replace(anyMark, (mark) => {
    const written = anchors[mark.charCodeAt(0) - firstMark]?.text ?? '';
    return `<a${anchorAttributes(note, known.get(written) ?? -1)}>${escapeHtml(written)}</a>`;
  });
}

/** A name too long for a narrow panel breaks where its parts meet, without a hyphen and without a trace in what is copied. */
function breakable(code: string): string {
  const parts = code.length < 16 ? [code] : code.split(/(?<=[.#_/(,:])(?=\w)/);
  return parts.map(escapeHtml).join('<wbr>');
}
