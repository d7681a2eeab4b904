import type { Entry } from './entries';

/**
 * Returns an entry as Markdown that can be read alone: an item, or a row below the names of its columns. `lines` are those of the
 * note.
 */
export function entryLines(lines: readonly string[], { from, to, header }: Entry): string[] {
  const entry = header === undefined ? lines.slice(from, to) : rowBelow(lines, from, header);
  while (entry.at(-1)?.trim() === '') entry.pop();
  // An item of a list in a list is indented, which would make it code.
  const indent = Math.min(...entry.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return entry.map((line) => line.slice(indent));
}

/** The line below a table's header has the alignment of its columns. */
function rowBelow(lines: readonly string[], row: number, header: number): string[] {
  const shown = row === header ? [header, header + 1] : [header, header + 1, row];
  return shown.map((line) => lines[line] ?? '');
}
