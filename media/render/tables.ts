import type { MarkdownIt } from 'markdown-it';

/** A table too wide for the panel scrolls by itself. */
export function useTables(markdown: MarkdownIt): void {
  markdown.renderer.rules.table_open = () => '<div class="table"><table>\n';
  markdown.renderer.rules.table_close = () => '</table></div>\n';
}
