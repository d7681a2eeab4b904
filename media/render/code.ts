import type { MarkdownIt } from 'markdown-it';
import { isDiagram } from '../../src/core/notes/diagrams/diagramAnchors';
import type { PanelWords } from '../../src/protocol/panel';
import { escapeHtml } from './escapeHtml';
import { highlight } from './highlight';

/** Blocks of code with colours and a button to copy; code in a line that can break behind a dot. */
export function useCode(markdown: MarkdownIt, words: PanelWords): void {
  markdown.renderer.rules.fence = (tokens, at) => {
    const { content = '', info = '' } = tokens[at] ?? {};
    if (isDiagram(info)) return `<figure class="diagram" data-diagram aria-busy="true">${block(content, '', words)}</figure>\n`;
    return block(content, info.trim().split(/\s/, 1)[0] ?? '', words);
  };
  markdown.renderer.rules.code_block = (tokens, at) => block(tokens[at]?.content ?? '', '', words);
  markdown.renderer.rules.code_inline = (tokens, at) => `<code>${breakable(tokens[at]?.content ?? '')}</code>`;
}

function block(text: string, language: string, words: PanelWords): string {
  const code = `<pre><code>${highlight(text, language) ?? escapeHtml(text)}</code></pre>`;
  return `<div class="code">${code}<button type="button" class="copy" data-copy>${escapeHtml(words.copy)}</button></div>\n`;
}

/** A name too long for a narrow panel breaks where its parts meet, without a hyphen and without a trace in what is copied. */
function breakable(code: string): string {
  const parts = code.length < 16 ? [code] : code.split(/(?<=[.#_/(,:])(?=\w)/);
  return parts.map(escapeHtml).join('<wbr>');
}
