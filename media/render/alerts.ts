import type { MarkdownIt } from 'markdown-it';
import { alertOf } from '../../src/core/notes/alerts';
import type { PanelWords } from '../../src/protocol/panel';
import { escapeHtml } from './escapeHtml';

/** Renders GitHub's alerts as quotations with a title. */
export function useAlertTitles(markdown: MarkdownIt, { alerts }: PanelWords): void {
  markdown.renderer.rules.blockquote_open = (tokens, at) => {
    const token = tokens[at];
    const kind = token && alertOf(token);
    if (kind === undefined) return '<blockquote>\n';
    return `<blockquote class="alert ${kind}">\n<p class="alert-title">${escapeHtml(alerts[kind])}</p>\n`;
  };
}
