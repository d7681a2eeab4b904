import { format, resolveConfig } from 'prettier';
import { formatMachine, type Machine } from './machine';
import type { Row } from './row';
import { cellsOf, head, isNumber } from './table';

/** The marks between which the figures of the last run stand. */
export const marks = { begin: '<!-- bench -->', end: '<!-- /bench -->' } as const;

/** Returns the machine and the rows as Markdown. A row that only explains the one above it begins with an arrow. */
export function formatBlock(machine: Machine, rows: readonly Row[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escape).join(' | ')} |`;
  return [
    `${formatMachine(machine)}:`,
    '',
    line(head),
    `|${head.map((_, column) => (isNumber(column) ? ' ---: |' : ' --- |')).join('')}`,
    ...rows.map((row) => line(cellsOf(row))),
  ].join('\n');
}

/**
 * Returns a text with another block between its marks, formatted as the project's Markdown is.
 * @throws where the marks do not stand there once each, in order
 */
export async function withBlock(before: string, block: string, path: string): Promise<string> {
  const [begin, end] = [before.indexOf(marks.begin), before.indexOf(marks.end)];
  const once = [marks.begin, marks.end].every((mark) => before.split(mark).length === 2);
  if (!once || end < begin) throw new Error(`${path} needs ${marks.begin} and behind it ${marks.end}, once each.`);
  const text = `${before.slice(0, begin + marks.begin.length)}\n\n${block}\n\n${before.slice(end)}`;
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}

function escape(cell: string): string {
  return cell.replace(/^ +/, '↳ ').replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
