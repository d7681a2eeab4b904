import type { LineIndex } from '../util/lineIndex';
import type { ExcerptLines } from './excerptLines';

/** The lines that an excerpt shows before a reader asks for more, and the most that it ever shows. */
export const shortExcerpt = 15;
export const longestExcerpt = 300;

/** The longest line that is shown whole, in UTF-16 units. */
const longestLine = 1000;

/** The code of an excerpt. */
export interface ExcerptCode extends ExcerptLines {
  /** The first lines of it, without the white space that all of them begin with, joined with `\n`. */
  readonly text: string;
  /** The number of these lines. */
  readonly shown: number;
}

/** Cuts an excerpt out of a text, `most` lines of it. Takes time linear in what it returns. */
export function cutExcerpt(text: string, index: LineIndex, { first, last }: ExcerptLines, most: number): ExcerptCode {
  const shown = Math.min(last - first + 1, most);
  const lines = Array.from({ length: shown }, (_, at) => cutLine(text, index, first + at));
  return { first, last, shown, text: withoutIndentation(lines).join('\n') };
}

function cutLine(text: string, index: LineIndex, line: number): string {
  const [start, end] = [index.startOf(line), index.endOf(line)];
  return end - start <= longestLine ? text.slice(start, end).trimEnd() : `${text.slice(start, start + longestLine)}…`;
}

/**
 * Takes off the white space that all lines begin with. Blank lines do not count. A tab equals only a tab, since nobody knows how
 * wide the author's were.
 */
export function withoutIndentation(lines: readonly string[]): string[] {
  let common: string | undefined;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const indentation = /^[ \t]*/.exec(line)?.[0] ?? '';
    common = common === undefined ? indentation : sharedStart(common, indentation);
  }
  const width = common?.length ?? 0;
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(width)));
}

function sharedStart(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return one.slice(0, at);
}
