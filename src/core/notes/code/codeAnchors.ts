import { anchorScheme } from '../scheme';
import { replaceSpans } from '../../util/span';
import { isDiagram } from '../diagrams/diagramAnchors';
import { isExcerpt } from '../excerptFence';
import { findComments, type Comment } from './comments';

/** An anchor in a comment of a block of code. Offsets are half-open, in the block's text. */
export interface CodeAnchor {
  /** The anchor as written, `kafka:` included. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The code of its line, else of the next line that has some; empty if there is none. */
  readonly label: string;
}

/** Returns the language that a fence's info string names, without what other programs put around it: `{.java}`, `java{1,3}`, `java title`. */
function languageOf(info: string): string {
  return /^[\s{.]*([\w+#-]*)/.exec(info)?.[1] ?? '';
}

/**
 * Returns whether the comments of a fence with this info string may hold anchors: it names a language, and one in which `kafka:` is
 * not quoted as such.
 */
export function isAnnotatedCode(info: string): boolean {
  const language = languageOf(info);
  return language !== '' && !isDiagram(info) && !isExcerpt(info) && !/^(?:md|markdown|mdx|te?xt|plain\w*)$/i.test(language);
}

/**
 * Finds the anchors of a block of code, in the order of its text: `kafka:…` as a word of its own in a comment, behind the code that it
 * is about or in a line above it. Any other program that shows the note shows the same code. `info` is the fence's info string.
 * Takes time linear in the text.
 */
export function findCodeAnchors(text: string, info: string): CodeAnchor[] {
  // Most blocks have no anchor, so they are sorted out before their comments are looked for.
  if (!text.toLowerCase().includes(anchorScheme)) return [];
  const comments = findComments(text, languageOf(info));
  const found = comments.flatMap((comment) => anchorsOf(text, comment));
  if (found.length === 0) return [];
  const labels = new CodeLines(text, comments);
  return found.map((place) => ({ ...place, label: labels.at(place.start) }));
}

function anchorsOf(text: string, { inner }: Comment): Omit<CodeAnchor, 'label'>[] {
  return [...text.slice(inner.start, inner.end).matchAll(new RegExp(String.raw`${anchorScheme}\S+`, 'gi'))].flatMap((match) => {
    const start = inner.start + match.index;
    const anchor = withoutEnd(match[0]);
    return isWordStart(text, inner.start, start) && isSymbol(anchor) ? [{ text: anchor, start, end: start + anchor.length }] : [];
  });
}

/** Returns whether a word starts at a place in a comment: behind white space or a bracket, with or without the marks of a comment. */
function isWordStart(text: string, inner: number, at: number): boolean {
  let from = at;
  while (from > inner && '*/#-;%!'.includes(text.charAt(from - 1))) from--;
  const before = text.charAt(from - 1);
  return from === inner || /\s/.test(before) || (from === at && before === '(');
}

/**
 * Returns whether a word means a symbol or a file, not a broker of that name: `kafka:9092` is its address, as `kafka://…` is,
 * `kafka:2.2.0` and `kafka:latest` are images of it, and `kafka:kafka` is a user and a group. The name of a symbol has a dot or
 * begins with a capital letter, and no part of it begins with a digit.
 */
function isSymbol(anchor: string): boolean {
  const name = anchor.slice(anchorScheme.length);
  if (name.startsWith('/')) return /^\/[^/]/.test(name);
  return /^[\p{L}_%`]/u.test(name) && !/^\p{Ll}[\p{L}\p{N}_-]*$/u.test(name) && !/^[^#:]*\.\d/.test(name);
}

/** Cuts off what ends the sentence, not the anchor. */
function withoutEnd(anchor: string): string {
  const bare = anchor.replace(/[.,;:]$/, '');
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare;
}

/** The code of a text by its lines, without the comments. */
class CodeLines {
  private readonly lines: readonly string[];
  private readonly starts: readonly number[];

  constructor(text: string, comments: readonly Comment[]) {
    this.lines = replaceSpans(text, comments, (comment) => comment.replace(/[^\n]/g, '')).split('\n');
    let start = 0;
    this.starts = text.split('\n').map((line) => {
      const own = start;
      start += line.length + 1;
      return own;
    });
  }

  /** Returns the code of the line of an offset, else that of one of the next five lines, so that many anchors in a row take no longer. */
  at(offset: number): string {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return this.lines.slice(low, low + 6).map((line) => line.trim()).find((line) => line !== '') ?? '';
  }
}
