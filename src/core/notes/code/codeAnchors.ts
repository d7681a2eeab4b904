import { isDiagram } from '../diagrams/diagramAnchors';

/** An anchor in a comment of a block of code. Offsets are half-open, in the block's text. */
export interface CodeAnchor {
  /** As written, `kafka:` included. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The code of its line, else of the next line that has some; empty where there is none. */
  readonly label: string;
}

/**
 * Whether the comments of a fence with this info string may hold anchors: it names a language, and one in which `kafka:` is not
 * quoted as such.
 */
export function isAnnotatedCode(info: string): boolean {
  const [language = ''] = info.trim().split(/\s/, 1);
  return language !== '' && !isDiagram(info) && !/^(?:md|markdown|mdx|te?xt|plain\w*)$/i.test(language);
}

/** What starts a comment, in the languages that notes on Kafka quote; the line of a longer comment starts with `*`. */
const comment = /\/\/|\/\*|^\s*\*|#|--|<!--/;

/**
 * The anchors of a block of code, in the order of its text: `kafka:…` as a word of its own in a comment, behind the code that it
 * is about or in a line above it. Any other program that shows the note shows the same code. Takes time linear in the text.
 */
export function findCodeAnchors(text: string): CodeAnchor[] {
  // Most blocks have none: they are not worth a look at each line.
  if (!/kafka:/i.test(text)) return [];
  const found: CodeAnchor[] = [];
  const lines = text.split('\n');
  let offset = 0;
  lines.forEach((line, index) => {
    const from = line.search(comment);
    for (const match of from < 0 ? [] : line.slice(from).matchAll(/(?<=^|[\s(*/#-])kafka:[^\s]*/gi)) {
      const anchor = withoutEnd(match[0]);
      const start = offset + from + match.index;
      found.push({ text: anchor, start, end: start + anchor.length, label: labelOf(lines, index, from) });
    }
    offset += line.length + 1;
  });
  return found;
}

/** What ends the sentence or the comment, not the anchor. */
function withoutEnd(word: string): string {
  const bare = word.replace(/(?:\*\/|-->)$/, '').replace(/[.,;:]$/, '');
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare;
}

function labelOf(lines: readonly string[], index: number, commentAt: number): string {
  const own = (lines[index] ?? '').slice(0, commentAt).trim();
  return own !== '' ? own : (codeBelow(lines, index) ?? '');
}

/** A few lines down at most, so that many anchors in a row take no longer. */
function codeBelow(lines: readonly string[], index: number): string | undefined {
  for (const line of lines.slice(index + 1, index + 6)) {
    const code = line.slice(0, Math.max(0, line.search(comment))) || (comment.test(line) ? '' : line);
    if (code.trim() !== '') return code.trim();
  }
  return undefined;
}
