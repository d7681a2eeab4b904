import MarkdownIt from 'markdown-it';
import type { LineIndex } from '../util/lineIndex';
import type { Definition } from './positionedMarkdown';

const { parseLinkDestination, parseLinkTitle } = new MarkdownIt().helpers;
const { normalizeReference, unescapeAll } = new MarkdownIt().utils;

/** A destination as written: half-open offsets without the `<>` around it, and its text without backslashes and entities. */
export interface Destination {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What follows a link's text, which ends before the `]` at `labelEnd`. `end` is behind the whole link. */
export function readLinkTail(
  content: string,
  labelEnd: number,
  reference: string | undefined,
): { readonly destination?: Destination; readonly end: number } {
  if (reference !== undefined) return { end: endOfReference(content, labelEnd + 1, reference) };
  const destination = readDestination(content, skipSpace(content, labelEnd + 2), content.length);
  if (destination === undefined) return { end: content.indexOf(')', labelEnd) + 1 };
  const { behind, ...place } = destination;
  let end = skipSpace(content, behind);
  const title = end > behind ? parseLinkTitle(content, end, content.length) : undefined;
  if (title?.ok === true) end = skipSpace(content, title.pos);
  return { destination: place, end: end + 1 };
}

function readDestination(text: string, start: number, max: number): (Destination & { readonly behind: number }) | undefined {
  const { ok, pos, str } = parseLinkDestination(text, start, max);
  if (!ok) return undefined;
  const bracket = text[start] === '<' ? 1 : 0;
  return { start: start + bracket, end: pos - bracket, text: str, behind: pos };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n'.includes(text.charAt(at))) at++;
  return at;
}

/** `[text][label]`, `[label][]` or `[label]`. */
function endOfReference(content: string, at: number, reference: string): number {
  if (content[at] !== '[') return at;
  const close = closingBracket(content, at + 1);
  const label = content.slice(at + 1, close);
  return close >= 0 && (label === '' || normalizeReference(label) === reference) ? close + 1 : at;
}

function closingBracket(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === ']') return at;
    if (text[at] === '\\') at++;
  }
  return -1;
}

/** The destination of `[label]: destination`, as offsets in the note. */
export function readDefinition(text: string, { firstLine, endLine }: Definition, lines: LineIndex): Destination | undefined {
  // Of what containers put before a line, only a footnote's label has brackets; no destination starts with any of it.
  const open = afterFootnoteLabels(text, lines.startOf(firstLine));
  let at = closingBracket(text, open + 1);
  if (open < 0 || at < 0) return undefined;
  at += 2;
  while (at < text.length && /[\s>]/.test(text.charAt(at))) at++;
  const line = lines.positionAt(at).line;
  if (line >= endLine) return undefined;
  const found = readDestination(text, at, lines.endOf(line));
  return found && { start: found.start, end: found.end, text: found.text };
}

/** The first bracket that does not open the label of a footnote's definition. */
function afterFootnoteLabels(text: string, from: number): number {
  const label = /\[\^(?:\\.|[^\s[\]\\])+\]:/y;
  let open = text.indexOf('[', from);
  for (; open >= 0; open = text.indexOf('[', label.lastIndex)) {
    label.lastIndex = open;
    if (!label.test(text)) break;
  }
  return open;
}

/**
 * Maps an offset in a destination's text to its offset in what was written: a backslash or an entity is longer there.
 */
export function writtenOffset(written: string, offset: number): number {
  const escape = /\\[!-/:-@[-`{-~]|&(?:#\w{1,8}|\w{1,32});/g;
  let surplus = 0;
  for (const match of written.matchAll(escape)) {
    if (match.index - surplus >= offset) break;
    surplus += match[0].length - unescapeAll(match[0]).length;
  }
  return Math.min(written.length, offset + surplus);
}

/** Where a code span ends that starts at `start` with `marks` backticks. */
export function codeSpanEnd(content: string, start: number, marks: number): number {
  let at = start + marks;
  for (;;) {
    const open = content.indexOf('`', at);
    if (open < 0) return content.length;
    at = open;
    while (content[at] === '`') at++;
    if (at - open === marks) return at;
  }
}
