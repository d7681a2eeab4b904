import { isExcerpt } from './excerptFence';
import { isAnchorText } from './parseAnchor';

/** The kind of place in a Markdown text at which somebody writes. `start` and `end` are UTF-16 units of the line. */
export type LinkPlace =
  /** The destination of a link, whole; `hasScheme` says that it begins as an anchor. */
  | { readonly kind: 'destination'; readonly start: number; readonly end: number; readonly hasScheme: boolean }
  /** The line of a fence `kafka`, without the white space around its words. */
  | { readonly kind: 'excerpt'; readonly start: number; readonly end: number }
  /** Other code, in a fence or in a code span. */
  | { readonly kind: 'code' }
  | { readonly kind: 'text' };

/**
 * Returns the kind of a place, also where the Markdown around it is half written: in `](kafka:` without an end. `above` are the
 * lines over the one with the place, `character` is its UTF-16 unit in `line`.
 */
export function linkPlaceAt(above: readonly string[], line: string, character: number): LinkPlace {
  const fence = openFence(above);
  if (fence !== undefined) {
    if (!isExcerpt(fence)) return { kind: 'code' };
    return { kind: 'excerpt', start: line.length - line.trimStart().length, end: line.trimEnd().length };
  }
  const before = line.slice(0, character);
  const [, typed] = /(?:\]\(\s*<?|^\s*\[[^\]]*\]:\s*<?|<(?=kafka:))([^\s<>]*)$/i.exec(before) ?? [];
  if (typed !== undefined && isBalanced(typed)) {
    const start = character - typed.length;
    const [rest = ''] = /^[^\s<>)]*/.exec(line.slice(character)) ?? [];
    const closing = /^[^(]*\(/.test(typed) && !typed.includes(')') && line[character + rest.length] === ')' ? 1 : 0;
    return { kind: 'destination', start, end: character + rest.length + closing, hasScheme: isAnchorText(line.slice(start)) };
  }
  return (before.match(/`/g)?.length ?? 0) % 2 === 1 ? { kind: 'code' } : { kind: 'text' };
}

/** Returns whether the destination of a link can still go on: it has no bracket that closes the link. */
function isBalanced(typed: string): boolean {
  let depth = 0;
  for (const character of typed) {
    if (character === '(') depth++;
    else if (character === ')' && --depth < 0) return false;
  }
  return true;
}

/** Returns the info string of the fence that is open behind some lines; undefined where none is. */
function openFence(lines: readonly string[]): string | undefined {
  let open: { readonly marks: string; readonly info: string } | undefined;
  for (const line of lines) {
    const [, marks = '', info = ''] = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (marks === '') continue;
    if (open === undefined) open = { marks, info: info.trim() };
    else if (marks.startsWith(open.marks) && info.trim() === '') open = undefined;
  }
  return open?.info;
}
