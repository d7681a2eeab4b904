import { isDiagram } from '../../core/notes/diagrams/diagramAnchors';
import type { Note, NoteAnchor, Section } from '../../core/notes/note';

/** How much of a section a hover shows. */
const mostLines = 40;
const mostCharacters = 3000;

/** A part of a note's Markdown; `isCut` where there is more of it. */
export interface Passage {
  readonly text: string;
  readonly isCut: boolean;
}

/**
 * What a note says of a symbol, for a hover: of a section about it the text without the heading, else the block around the
 * mention. Anchors' destinations are replaced. What is long is cut at the end of a line, and a fence that the cut leaves open
 * is closed.
 */
export function passageOf(
  note: Note,
  section: Section,
  anchor: NoteAnchor,
  destination: (anchor: NoteAnchor) => string,
): Passage {
  const lines = note.text.split(/\r\n|\r|\n/);
  const written = [...lines];
  for (const one of note.anchors.toReversed()) {
    const { start, end } = one.range;
    const line = lines[start.line];
    if (line === undefined || start.line !== end.line || one.inDiagram === true) continue;
    lines[start.line] = line.slice(0, start.character) + destination(one) + line.slice(end.character);
  }
  const body = withoutBlank(written, ...bodyOf(note, section));
  const drawn = diagramLines(written);
  const place =
    anchor.inDiagram === true ? wordsBefore(written, drawn, anchor.range.start.line, body[0]) : anchor.range.start.line;
  const [from, to] = anchor.role === 'subject' ? body : blockAround(written, place, ...body);
  const isText = (_: string, index: number): boolean => !drawn.has(from + index);
  return cut(lines.slice(from, to).filter(isText), written.slice(from, to).filter(isText));
}

/** The lines of diagrams, which a hover cannot draw. */
function diagramLines(lines: readonly string[]): ReadonlySet<number> {
  const drawn = new Set<number>();
  let fence: string | undefined;
  lines.forEach((line, index) => {
    const next = fenceAfter(line, fence);
    const isStart = fence === undefined && next !== undefined && isDiagram(line.trim().slice(next.length));
    if (isStart || (fence !== undefined && drawn.has(index - 1))) drawn.add(index);
    fence = next;
  });
  return drawn;
}

/** What introduces a diagram stands for it. */
function wordsBefore(lines: readonly string[], drawn: ReadonlySet<number>, line: number, first: number): number {
  let at = line;
  while (at > first && (drawn.has(at) || lines[at]?.trim() === '')) at--;
  return at;
}

/** The lines below a section's heading. */
function bodyOf(note: Note, { level, range }: Section): [from: number, to: number] {
  const from = level === 0 ? Math.max(range.start.line, note.bodyLine) : range.start.line + 1;
  return [from, range.end.character === 0 ? range.end.line : range.end.line + 1];
}

/** The paragraph, list or table that a line is in. */
function blockAround(lines: readonly string[], line: number, first: number, last: number): [from: number, to: number] {
  let [from, to] = [line, line + 1];
  while (from > first && lines[from - 1]?.trim() !== '') from--;
  while (to < last && lines[to]?.trim() !== '') to++;
  return [from, to];
}

/** `written` are the lines as the author wrote them: what is cut must not depend on the length of the links put in. */
function cut(lines: readonly string[], written: readonly string[]): Passage {
  const kept: string[] = [];
  let fence: string | undefined;
  let characters = 0;
  for (const [index, line] of lines.entries()) {
    characters += written[index]?.length ?? 0;
    if (kept.length >= mostLines || (characters > mostCharacters && kept.length > 0)) {
      return { text: [...kept, ...(fence === undefined ? [] : [fence])].join('\n'), isCut: true };
    }
    kept.push(line);
    fence = fenceAfter(line, fence);
  }
  return { text: kept.join('\n'), isCut: false };
}

/** The fence that is open behind a line, undefined for none. */
function fenceAfter(line: string, open: string | undefined): string | undefined {
  const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
  const [run, rest] = [mark?.[1], mark?.[2] ?? ''];
  if (run === undefined) return open;
  if (open === undefined) return run;
  return run.startsWith(open) && rest.trim() === '' ? undefined : open;
}

/** The part of the lines `first` to `last` (exclusive) that starts and ends with a line that is not blank. */
function withoutBlank(lines: readonly string[], first: number, last: number): [from: number, to: number] {
  let [from, to] = [first, last];
  while (from < to && lines[from]?.trim() === '') from++;
  while (to > from && lines[to - 1]?.trim() === '') to--;
  return [from, to];
}
