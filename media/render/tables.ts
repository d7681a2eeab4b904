import type { MarkdownIt, RendererRule } from 'markdown-it';

/** Lets a table that is too wide for the panel scroll by itself. Classes align its columns, since the page allows no styles in its text. */
export function useTables(markdown: MarkdownIt): void {
  const { rules } = markdown.renderer;
  rules.table_open = () => '<div class="table"><table>\n';
  rules.table_close = () => '</table></div>\n';
  rules.th_open = cell;
  rules.td_open = cell;
}

const cell: RendererRule = (tokens, at) => {
  const { tag = 'td' } = tokens[at] ?? {};
  const alignment = /^text-align:\s*(left|center|right)$/.exec(String(tokens[at]?.attrGet('style')))?.[1];
  return alignment === undefined ? `<${tag}>` : `<${tag} class="${alignment}">`;
};
