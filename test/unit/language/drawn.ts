import type { Token } from './reading';

const drawing = /^\s*\/\/\s*(\^+) (\S+)$/;

/** Parses a source with the colours of its tokens drawn under its lines, as `//  ^^^ keyword`. */
export function parseDrawing(text: string): { readonly source: string; readonly expected: readonly string[] } {
  const source: string[] = [];
  const expected: string[] = [];
  for (const line of text.split('\n')) {
    const [, carets, colour] = drawing.exec(line) ?? [];
    if (carets === undefined || colour === undefined) source.push(line);
    else expected.push(placed(source.length, line.indexOf('^'), carets.length, colour));
  }
  return { source: source.join('\n'), expected };
}

/**
 * Returns tokens in the form of {@link parseDrawing}'s `expected`, without those that begin before the place of a drawing's first
 * caret, which cannot be drawn.
 */
export function shownTokens(tokens: readonly Token[]): string[] {
  return tokens
    .filter(({ character }) => character >= 2)
    .map(({ line, character, length, colour }) => placed(line + 1, character, length, colour));
}

/** Draws the colours of tokens under the lines of a source, to make a new drawing, which must be checked by eye. */
export function draw(source: string, tokens: readonly Token[]): string {
  const lines = source.split('\n').flatMap((line, number) => {
    const here = tokens.filter((token) => token.line === number && token.character >= 2);
    const drawn = here.map(({ character, length, colour }) => `//${' '.repeat(character - 2)}${'^'.repeat(length)} ${colour}`);
    return [line, ...drawn];
  });
  return lines.join('\n');
}

function placed(line: number, character: number, length: number, colour: string): string {
  return `${line}:${character + 1}+${length} ${colour}`;
}
