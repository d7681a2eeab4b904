import type { Note } from '../notes/note';
import { LineIndex } from '../util/lineIndex';
import { encloses, type Range } from '../util/range';

/** Words in backquotes in a note's text. */
export interface CodeSpan {
  readonly text: string;
  readonly range: Range;
  /** The text of the line behind it. */
  readonly after: string;
  /** The whole line that it stands in. */
  readonly line: string;
  /** The number of the line that it stands in. */
  readonly lineNumber: number;
}

const fence = /^\s*(?:>\s*)*(`{3,}|~{3,})/;

/** Calls back with each line of a note that is text: neither front matter, nor a block of code, nor a comment. */
export function forEachTextLine(note: Note, visit: (line: string, number: number) => void): void {
  const lines = new LineIndex(note.text);
  const comments = note.comments ?? [];
  let open: string | undefined;
  for (let number = note.bodyLine; number < lines.lineCount; number++) {
    const line = lines.line(number);
    const mark = fence.exec(line)?.[1];
    if (open !== undefined) {
      if (mark?.startsWith(open) === true) open = undefined;
    } else if (mark !== undefined) open = mark;
    else {
      const start = lines.startOf(number);
      if (!comments.some((comment) => comment.start <= start && start < comment.end)) visit(line, number);
    }
  }
}

/** Returns the code spans of a note in the order of its text. Those of several lines are not among them. */
function codeSpans(note: Note): CodeSpan[] {
  const spans: CodeSpan[] = [];
  forEachTextLine(note, (line, lineNumber) => {
    for (const match of line.matchAll(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g)) {
      const [whole, , text = ''] = match;
      const start = match.index;
      const range = {
        start: { line: lineNumber, character: start },
        end: { line: lineNumber, character: start + whole.length },
      };
      // A cell of a table writes a bar with a backslash.
      spans.push({ text: text.trim().replaceAll('\\|', '|'), range, after: line.slice(start + whole.length), line, lineNumber });
    }
  });
  return spans;
}

/** Returns the code spans of a note that are not about later releases. */
export function spansOfNow(note: Note, later: readonly string[]): CodeSpan[] {
  const isLater: boolean[] = [];
  for (const { title, parent } of note.sections)
    isLater.push(isLater[parent] === true || later.some((begin) => title.startsWith(begin)));
  return codeSpans(note).filter(({ range }) => !note.sections.some((one, index) => isLater[index] && encloses(one.range, range)));
}
