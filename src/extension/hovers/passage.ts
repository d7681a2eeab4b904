import { entryLines } from '../../core/notes/entryLines';
import { withoutComments } from '../../core/notes/htmlComments';
import { isDiagram } from '../../core/notes/diagrams/diagramAnchors';
import type { Note, NoteAnchor, Section } from '../../core/notes/note';

/** The most characters of a section that a hover shows. */
const mostLines = 40;
const mostCharacters = 3000;

/** Half-open, as indices of lines. */
type Lines = readonly [from: number, to: number];

/** A part of a note's Markdown; `isCut` where there is more of it. */
export interface Passage {
  readonly text: string;
  readonly isCut: boolean;
}

/**
 * Returns what a note says of a symbol: the text below the heading of a section about it, else the block around the mention; of a
 * table or a list of names only the entry. A long text is cut at the end of a line.
 */
export function passageOf(note: Note, section: Section, anchor: NoteAnchor): Passage {
  const written = withoutComments(note).split(/\r\n|\r|\n/);
  if (anchor.entry !== undefined) return cut(entryLines(written, anchor.entry));
  const body = withoutBlank(written, ...bodyOf(note, section));
  const fences = fencesOf(written);
  const [from, to] = anchor.role === 'subject' ? body : placeOf(written, fences, anchor, body);
  return cut(written.slice(from, to).filter((_, index) => !isDrawn(fences, from + index)));
}

/** A fenced block: its first line, and the line behind it. */
interface Fence {
  readonly from: number;
  readonly to: number;
  readonly info: string;
}

function fencesOf(lines: readonly string[]): readonly Fence[] {
  const fences: Fence[] = [];
  let open: { readonly from: number; readonly mark: string } | undefined;
  const close = (to: number): void => {
    if (open !== undefined) fences.push({ from: open.from, to, info: (lines[open.from] ?? '').trim().slice(open.mark.length) });
    open = undefined;
  };
  lines.forEach((line, index) => {
    const mark = fenceAfter(line, open?.mark);
    if (mark === open?.mark) return;
    if (mark === undefined) close(index + 1);
    else open = { from: index, mark };
  });
  close(lines.length);
  return fences;
}

/**
 * Returns the lines around a mention. For a mention in a block of code or in an excerpt that is the block with the words before it, for
 * one in a diagram only these words.
 */
function placeOf(lines: readonly string[], fences: readonly Fence[], { inBlock, range }: NoteAnchor, body: Lines): Lines {
  const line = range.start.line;
  const fence = inBlock === undefined ? undefined : fences.find(({ from, to }) => line > from && line < to);
  if (fence === undefined) return blockAround(lines, line, ...body);
  const [from, to] = blockAround(lines, wordsBefore(lines, fences, fence, body[0]), ...body);
  return inBlock === 'diagram' ? [from, to] : [from, fence.to];
}

/** Returns the last line before a block that is neither blank nor in a diagram. It introduces the block and stands for it. */
function wordsBefore(lines: readonly string[], fences: readonly Fence[], { from }: Fence, first: number): number {
  let at = from;
  while (at > first && (isDrawn(fences, at) || at === from || lines[at]?.trim() === '')) at--;
  return at;
}

/** Returns whether a line belongs to a diagram, which a hover cannot draw. */
function isDrawn(fences: readonly Fence[], line: number): boolean {
  return fences.some(({ from, to, info }) => line >= from && line < to && isDiagram(info));
}

/** The lines below a section's heading. */
function bodyOf(note: Note, { level, range }: Section): Lines {
  const from = level === 0 ? Math.max(range.start.line, note.bodyLine) : range.start.line + 1;
  return [from, range.end.character === 0 ? range.end.line : range.end.line + 1];
}

/** The paragraph, list or table that a line is in. */
function blockAround(lines: readonly string[], line: number, first: number, last: number): Lines {
  let [from, to] = [line, line + 1];
  while (from > first && lines[from - 1]?.trim() !== '') from--;
  while (to < last && lines[to]?.trim() !== '') to++;
  return [from, to];
}

/** Cuts a passage. A fence that is open then is no harm, since whoever parses the passage closes it. */
function cut(lines: readonly string[]): Passage {
  let characters = 0;
  const end = lines.findIndex((line, index) => {
    characters += line.length;
    return index >= mostLines || (characters > mostCharacters && index > 0);
  });
  return end < 0 ? { text: lines.join('\n'), isCut: false } : { text: lines.slice(0, end).join('\n'), isCut: true };
}

/** The fence that is open behind a line, undefined for none. */
function fenceAfter(line: string, open: string | undefined): string | undefined {
  const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
  const [run, rest] = [mark?.[1], mark?.[2] ?? ''];
  if (run === undefined) return open;
  if (open === undefined) return run;
  return run.startsWith(open) && rest.trim() === '' ? undefined : open;
}

/** Shrinks the lines from `first` to `last` (exclusive) until they start and end with a line that is not blank. */
function withoutBlank(lines: readonly string[], first: number, last: number): Lines {
  let [from, to] = [first, last];
  while (from < to && lines[from]?.trim() === '') from++;
  while (to > from && lines[to - 1]?.trim() === '') to--;
  return [from, to];
}
