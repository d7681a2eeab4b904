import { LineIndex } from '../util/lineIndex';
import type { Section } from './note';

/** A text that is put into a note, which loses nothing of what it has. */
export interface Addition {
  /** The UTF-16 unit of the note before which the text is put. */
  readonly offset: number;
  readonly text: string;
  /** The UTF-16 unit of the new text at which the author goes on. */
  readonly caret: number;
}

/**
 * Puts a paragraph behind the last words of a section, or of the whole note where none is given. The note keeps its kind of line end.
 * The author goes on at the end of the paragraph.
 */
export function addParagraph(text: string, section: Section | undefined, paragraph: string): Addition {
  const lines = new LineIndex(text);
  const end = section === undefined ? text.length : lines.offsetAt(section.range.end);
  const offset = text.slice(0, end).trimEnd().length;
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const before = offset === 0 ? '' : lineEnd + lineEnd;
  const written = before + paragraph.replaceAll('\n', lineEnd);
  const isLast = text.slice(offset).trim() === '';
  // The last line gets an end; before other words the blank lines that were there stay.
  return { offset, text: written + (isLast && !/[\r\n]/.test(text.slice(offset)) ? lineEnd : ''), caret: written.length };
}
