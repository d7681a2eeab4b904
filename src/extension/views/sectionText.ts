import type { Note, NoteAnchor, Section } from '../../core/notes/note';

/** How much of a section a hover shows. */
const mostLines = 40;
const mostCharacters = 3000;

/**
 * The Markdown of a section without its heading, its anchors' destinations replaced, cut at the end of a line where it is long.
 * A fence that the cut leaves open is closed.
 */
export function sectionText(
  note: Note,
  section: Section,
  destination: (anchor: NoteAnchor) => string,
): { text: string; isCut: boolean } {
  const lines = note.text.split(/\r\n|\r|\n/);
  const written = [...lines];
  const first = section.level === 0 ? Math.max(section.range.start.line, note.bodyLine) : section.range.start.line + 1;
  const last = section.range.end.character === 0 ? section.range.end.line : section.range.end.line + 1;
  for (const anchor of note.anchors.toReversed()) {
    const { start, end } = anchor.range;
    const line = lines[start.line];
    if (line === undefined || start.line !== end.line || start.line < first || start.line >= last) continue;
    lines[start.line] = line.slice(0, start.character) + destination(anchor) + line.slice(end.character);
  }
  const [from, to] = withoutBlank(written, first, last);
  return cut(lines.slice(from, to), written.slice(from, to));
}

/** `written` are the lines as the author wrote them: what is cut must not depend on the length of the links put in. */
function cut(lines: readonly string[], written: readonly string[]): { text: string; isCut: boolean } {
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
