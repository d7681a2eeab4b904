import type { MarkdownIt, RendererRule, Token } from 'markdown-it';
import { plainText } from '../../src/core/notes/plainText';
import { escapeHtml } from './escapeHtml';

/** The columns from which on a table is too wide for a narrow panel. */
const wide = 3;

/**
 * Lets a table that is too wide for its place scroll in a frame. In a narrow panel the page lays the rows of a wide one out as cards,
 * for which each cell knows the name of its column; the roles keep it a table for screen readers then. Classes align the columns,
 * since the page allows no styles in its text.
 */
export function useTables(markdown: MarkdownIt): void {
  const { rules } = markdown.renderer;
  markdown.core.ruler.push('table_heads', ({ tokens }) => nameColumns(tokens));
  rules.table_open = (tokens, at) => {
    const isWide = Number(tokens[at]?.meta?.columns) >= wide;
    return `<div class="table${isWide ? ' wide' : ''}"><table role="table">\n`;
  };
  rules.table_close = () => '</table></div>\n';
  rules.thead_open = () => '<thead role="rowgroup">\n';
  rules.tbody_open = () => '<tbody role="rowgroup">\n';
  rules.tr_open = () => '<tr role="row">\n';
  rules.th_open = cell('columnheader');
  rules.td_open = cell('cell');
}

/** Gives each table its number of columns, and each of its cells the name of its column. */
function nameColumns(tokens: readonly Token[]): void {
  let [names, column]: [string[], number] = [[], 0];
  let table: Token | undefined;
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'table_open') [table, names] = [token, []];
    else if (token.type === 'tr_open') column = 0;
    else if (token.type === 'th_open') names.push(plainText(tokens[at + 1]?.children ?? []));
    else if (token.type === 'td_open') token.meta = { column: names[column++] };
    else if (token.type === 'thead_close' && table !== undefined) table.meta = { columns: names.length };
  }
}

function cell(role: string): RendererRule {
  return (tokens, at) => {
    const { tag = 'td', meta } = tokens[at] ?? {};
    const alignment = /^text-align:\s*(left|center|right)$/.exec(String(tokens[at]?.attrGet('style')))?.[1];
    const column: unknown = meta?.column;
    const name = typeof column === 'string' && column !== '' ? ` data-column="${escapeHtml(column)}"` : '';
    return `<${tag} role="${role}"${alignment === undefined ? '' : ` class="${alignment}"`}${name}>`;
  };
}
