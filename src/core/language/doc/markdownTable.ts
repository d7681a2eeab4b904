import { inlineMarkdown, type Run } from './inlineRuns';

export interface TableRow {
  readonly cells: { readonly runs: readonly Run[]; readonly isHead: boolean }[];
}

/** Returns the lines of a table in Markdown. There it always has a head, which is empty where the first row is none. */
export function tableLines(rows: readonly TableRow[]): string[] {
  const written = rows
    .map(({ cells }) => ({
      isHead: cells.every(({ isHead }) => isHead),
      cells: cells.map(({ runs }) => inlineMarkdown(runs, true)),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const width = Math.max(0, ...written.map(({ cells }) => cells.length));
  const [first] = written;
  if (first === undefined) return [];
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const body = first.isHead ? written.slice(1) : written;
  return [
    line(first.isHead ? first.cells : []),
    line(Array.from({ length: width }, () => '---')),
    ...body.map(({ cells }) => line(cells)),
  ];
}
