import { lexis } from './scalaWords';
import { Scanner } from './scanner';

const identifier = /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{M}\p{N}_]*/u;

/** The code in an interpolated string: `x` of `$x`, or the text between the braces of `${…}`. */
export interface Hole {
  readonly text: string;
  /** The offset of its start in the literal. */
  readonly start: number;
}

/** Returns all holes in a literal that begins with its quotes. */
export function holesOf(literal: string): Hole[] {
  const holes: Hole[] = [];
  for (let at = literal.indexOf('$'); at >= 0; at = literal.indexOf('$', at)) {
    const inBraces = literal.charAt(at + 1) === '{';
    const text = inBraces ? contentOf(literal.slice(at + 1)) : identifier.exec(literal.slice(at + 1))?.[0];
    const start = at + (inBraces ? 2 : 1);
    if (text !== undefined) holes.push({ text, start });
    at = start + (text?.length ?? 1);
  }
  return holes;
}

/** Returns the text between the brace at the start and its partner. */
function contentOf(text: string): string {
  const scanner = new Scanner(text, lexis);
  scanner.advance();
  return scanner.skipGroup('{') ? text.slice(1, scanner.end) : text.slice(1);
}
