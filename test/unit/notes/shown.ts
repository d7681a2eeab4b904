import type { Note } from '../../../src/core/notes/note';
import { parseNote } from '../../../src/core/notes/parseNote';
import type { Range } from '../../../src/core/util/range';
import { LineIndex } from '../../../src/core/util/lineIndex';

/** A note of these lines. */
export function note(...lines: string[]): Note {
  return parseNote('file:///notes/a%20note.md', lines.join('\n'));
}

/** The text that a range of a note covers. */
export function cut({ text }: Pick<Note, 'text'>, { start, end }: Range): string {
  const lines = new LineIndex(text);
  return text.slice(lines.offsetAt(start), lines.offsetAt(end));
}

/** Destination as written, whole link, label. */
export function anchors(read: Note): [string, string, string][] {
  return read.anchors.map(({ range, linkRange, label }) => [cut(read, range), cut(read, linkRange), label]);
}

/** Code, line and the text at the place. */
export function problems(read: Note): [string, number, string][] {
  return read.problems.map(({ code, range }) => [code, range.start.line, cut(read, range)]);
}
