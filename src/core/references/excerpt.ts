import type { Span } from '../util/span';
import { longestMention, type Mention } from './mention';

/** How far from where a text is cut the end of a word is looked for. */
const reach = 24;

/** What is further away from the name is not looked at. */
const farthest = 4 * longestMention;

/** A piece of a text in one line, with the name in it; what is longer than a {@link Mention} may be is cut around the name. */
export function excerptOf(text: string, name: Span, piece: Span): Mention {
  const said = text.slice(name.start, name.end);
  const label = inOneLine(said).trim();
  const [from, to] = [Math.max(piece.start, name.start - farthest), Math.min(piece.end, name.end + farthest)];
  const before = inOneLine(text.slice(from, name.start) + (/^\s/.test(said) ? ' ' : '')).trimStart();
  const after = inOneLine((/\s$/.test(said) ? ' ' : '') + text.slice(name.end, to)).trimEnd();
  const kept = label.length > longestMention ? `${label.slice(0, backTo(label, longestMention))}…` : label;
  const room = Math.max(0, longestMention - kept.length);
  // What one side does not need is the other's.
  const ahead = lastPart(before, Math.max(Math.floor(room / 2), room - after.length));
  const behind = firstPart(after, Math.max(Math.ceil(room / 2), room - before.length));
  return { text: ahead + kept + behind, start: ahead.length, end: ahead.length + kept.length };
}

/** What has no words around it. */
export function nameAlone(name: string): Mention {
  const all = { start: 0, end: name.length };
  return excerptOf(name, all, all);
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function lastPart(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = backTo(text, text.length - most);
  const space = text.indexOf(' ', start);
  return `…${text.slice(space >= 0 && space - start < Math.min(reach, most) ? space + 1 : start)}`;
}

function firstPart(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = backTo(text, most);
  const space = text.lastIndexOf(' ', end);
  return `${text.slice(0, space > 0 && end - space < Math.min(reach, most) ? space : end)}…`;
}

/** Not between the two halves of a character. */
function backTo(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return offset > 0 && code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}
