import type { MarkdownIt } from 'markdown-it';
import { escapeHtml } from './escapeHtml';

/** Renders maths as its source, in whose place the page puts the formula, see `page/mathsLoader.ts`. */
export function useMathsSource(markdown: MarkdownIt): void {
  const { rules } = markdown.renderer;
  rules.maths_inline = (tokens, at) => {
    const { content = '', markup = '', meta } = tokens[at] ?? {};
    const displayed = meta?.isDisplayed === true ? ' displayed' : '';
    return `<span class="maths${displayed}" data-maths="${escapeHtml(content)}">${escapeHtml(markup + content + markup)}</span>`;
  };
  rules.maths_block = (tokens, at) => {
    const { content = '' } = tokens[at] ?? {};
    return `<p class="maths displayed" data-maths="${escapeHtml(content)}">${escapeHtml(`$$${content}$$`)}</p>\n`;
  };
}
