import { isOver, judged, type Row } from './row';

type Cells = readonly [what: string, measured: string, against: string, ratio: string, limit: string, verdict: string];

export const head: Cells = ['median of a run', 'measured', 'against', 'ratio', 'limit', ''];

/** Returns rows as lines of text with aligned columns. */
export function formatTable(rows: readonly Row[]): string {
  const cells = [head, ...rows.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells
    .map((line) =>
      line
        .map((cell, column) => (isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Returns whether a column's cells are numbers, which stand at the right. */
export function isNumber(column: number): boolean {
  return column === 1 || column === 3 || column === 4;
}

export function cellsOf(row: Row): Cells {
  const { what, measured, unit, against, limit, repetitions } = row;
  return [
    repetitions > 1 ? `${what} (×${repetitions})` : what,
    amount(measured, unit),
    against === undefined ? '' : `${amount(against.measured, unit)} ${against.what}`,
    against === undefined ? '' : judged(row).toFixed(2),
    limit === undefined ? '' : against === undefined ? amount(limit, unit) : limit.toFixed(2),
    limit === undefined ? '' : isOver(row) ? 'OVER' : 'ok',
  ];
}

/** Returns a value with three significant digits. */
function amount(value: number, unit: Row['unit']): string {
  const digits = value < 10 ? 2 : value < 100 ? 1 : 0;
  return `${value.toFixed(digits)} ${unit}`;
}
