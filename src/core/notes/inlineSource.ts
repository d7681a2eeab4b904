import type { Token } from 'markdown-it';
import type { LineIndex } from '../util/lineIndex';

/**
 * Maps a piece of inline content, as markdown-it cuts it out of its block, back to the note's text. The parser drops the marks that
 * containers put before a line and gives no positions, but what it keeps of a line is always the line's end.
 */
export class InlineSource {
  private constructor(
    /** Stretches in which content and source are equal. Each one begins at these offsets and ends where the next one begins. */
    private readonly runs: readonly { readonly content: number; readonly source: number }[],
  ) {}

  /** Maps an offset in the content to an offset in the note. */
  offset(content: number): number {
    let low = 0;
    let high = this.runs.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.runs[middle]?.content ?? 0) <= content) low = middle;
      else high = middle;
    }
    const run = this.runs[low];
    return run === undefined ? content : run.source + content - run.content;
  }

  /** Creates the source of a paragraph or a heading that starts in line `firstLine`. */
  static ofLines(content: string, firstLine: number, isAtxHeading: boolean, lines: LineIndex): InlineSource {
    const runs = [];
    let at = 0;
    let line = firstLine;
    for (const part of content.split('\n')) {
      const trimmed = trim(part);
      let source = trimEnd(lines.line(line));
      if (isAtxHeading && !source.endsWith(trimmed)) source = trimEnd(trimEndOf(source, '#'));
      runs.push({
        content: at + part.length - trimStart(part).length,
        source: lines.startOf(line) + source.length - trimmed.length,
      });
      at += part.length + 1;
      line++;
    }
    return new InlineSource(runs);
  }

  /** Creates the sources of the cells of a table's row, in their order. */
  static ofCells(cells: readonly Token[], line: number, lines: LineIndex): InlineSource[] {
    const pieces = splitCells(lines.line(line));
    let next = 0;
    return cells.map(({ content }, index) => {
      for (; content !== '' && next < pieces.length; next++) {
        const piece = pieces[next];
        if (piece === undefined) break;
        const text = piece.text.trimEnd();
        // The marks of containers may stand before the first cell.
        if (!(index === 0 ? text.endsWith(content) : text.trimStart() === content)) continue;
        next++;
        const start = text.length - content.length;
        return new InlineSource(cellRuns(piece, start, content.length, lines.startOf(line)));
      }
      return new InlineSource([{ content: 0, source: lines.startOf(line) }]);
    });
  }
}

interface Piece {
  /** The text without the backslashes before `|`. */
  readonly text: string;
  /** The offset in the line. */
  readonly start: number;
  /** The indexes in `text` before which a backslash was dropped. */
  readonly dropped: readonly number[];
}

/** Splits a line at each `|` that has no backslash before it. */
function splitCells(line: string): Piece[] {
  const pieces: Piece[] = [];
  let text = '';
  let start = 0;
  let dropped: number[] = [];
  for (let at = 0; at <= line.length; at++) {
    const character = line[at];
    const isEscaped = character === '|' && line[at - 1] === '\\';
    if (isEscaped) {
      text = `${text.slice(0, -1)}|`;
      dropped.push(text.length - 1);
    } else if (character === undefined || character === '|') {
      pieces.push({ text, start, dropped });
      text = '';
      start = at + 1;
      dropped = [];
    } else text += character;
  }
  return pieces;
}

function cellRuns({ start, dropped }: Piece, from: number, length: number, lineStart: number): { content: number; source: number }[] {
  const before = dropped.filter((at) => at < from).length;
  const runs = [{ content: 0, source: lineStart + start + from + before }];
  dropped.forEach((at, index) => {
    if (at >= from && at < from + length) runs.push({ content: at - from, source: lineStart + start + at + index + 1 });
  });
  return runs;
}

/** Returns whether the parser trims a character. */
const isSpace = (character: string | undefined): boolean => character !== undefined && ' \t\n\v\f\r'.includes(character);

function trimStart(text: string): string {
  let start = 0;
  while (start < text.length && isSpace(text[start])) start++;
  return text.slice(start);
}

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text[end - 1])) end--;
  return text.slice(0, end);
}

function trim(text: string): string {
  return trimStart(trimEnd(text));
}

function trimEndOf(text: string, character: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === character) end--;
  return text.slice(0, end);
}
