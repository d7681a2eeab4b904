import type { Span } from '../util/span';

/** A call of `define`, which gives a setting its name, type and default. */
export interface DefineCall {
  /** The arguments as they are written, without comments. */
  readonly args: readonly string[];
  /** The place of the first argument in the text. */
  readonly name: Span;
}

const define = /\bdefine(?:Internal)?\s*\(/g;
/** Matches the beginning of a line in a comment. */
const inComment = /^\s*(?:\*|\/\/|\/\*)/;
/** The most UTF-16 units of a call that is looked at. The longest of Kafka has 600. */
const longest = 20_000;

/** Returns the calls of `define` in a Java or Scala text, in its order. What is only declared, or stands in a comment, is none. */
export function defineCalls(text: string): DefineCall[] {
  const calls: DefineCall[] = [];
  for (const { index, 0: found } of text.matchAll(define)) {
    const before = text.slice(text.lastIndexOf('\n', index) + 1, index);
    if (inComment.test(before) || /\bdef\s+$/.test(before)) continue;
    const args = argumentsAt(text, index + found.length);
    const [first] = args ?? [];
    if (args === undefined || first === undefined || args.length < 3 || /\w\s+\w/.test(first.written)) continue;
    calls.push({
      args: args.map(({ written }) => written),
      name: { start: first.start, end: first.start + first.written.length },
    });
  }
  return calls;
}

interface Argument {
  readonly written: string;
  readonly start: number;
}

/** Returns the arguments behind an opening parenthesis; undefined where it is not closed. */
function argumentsAt(text: string, open: number): Argument[] | undefined {
  const args: Argument[] = [];
  let depth = 0;
  let written = '';
  let start = open;
  const end = (): void => {
    const trimmed = written.trim();
    if (trimmed !== '') args.push({ written: trimmed, start: start + text.slice(start).search(/\S/) });
    written = '';
  };
  for (let at = open; at < Math.min(text.length, open + longest);) {
    const next = endOfToken(text, at);
    const token = text.slice(at, next);
    if (token.startsWith('//') || token.startsWith('/*')) {
      if (written.trim() === '') start = next;
    } else if (depth === 0 && token === ',') {
      end();
      start = next;
    } else if (depth === 0 && token === ')') {
      end();
      return args;
    } else {
      if ('([{'.includes(token)) depth++;
      else if (')]}'.includes(token)) depth--;
      written += token;
    }
    at = next;
  }
  return undefined;
}

/** Returns the end of the string, the comment or the character that begins here. */
export function endOfToken(text: string, at: number): number {
  const closed = (mark: string, from: number): number => {
    const end = text.indexOf(mark, from);
    return end < 0 ? text.length : end + mark.length;
  };
  if (text.startsWith('"""', at)) return closed('"""', at + 3);
  if (text.startsWith('/*', at)) return closed('*/', at + 2);
  if (text.startsWith('//', at)) return closed('\n', at + 2);
  const quote = text[at];
  if (quote === '"' || (quote === "'" && /^'(?:\\.|[^'\\])'/.test(text.slice(at, at + 4)))) {
    for (let end = at + 1; end < text.length; end++) {
      if (text[end] === '\\') end++;
      else if (text[end] === quote || text[end] === '\n') return end + 1;
    }
    return text.length;
  }
  return at + 1;
}
