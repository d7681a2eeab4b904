import type { SourceSymbol } from '../symbols/symbol';
import type { Position, Range } from '../util/range';

/** The number of lines in which a signature's end is looked for; the signatures in Kafka are all shorter. */
const mostLines = 40;

/**
 * Returns the range of a declaration's signature: from its name to the `{`, `=` or `;` that ends it outside of all brackets.
 * `lineAt` gives the text of a line.
 */
export function signatureOf(symbol: SourceSymbol, lineAt: (line: number) => string): Range {
  const { start } = symbol.nameRange;
  let depth = 0;
  let character = symbol.nameRange.end.character;
  for (
    let line = symbol.nameRange.end.line;
    line <= Math.min(symbol.range.end.line, start.line + mostLines);
    line++, character = 0
  ) {
    const text = lineAt(line);
    const end = line === symbol.range.end.line ? symbol.range.end.character : text.length;
    for (; character < end; character++) {
      const c = text[character];
      if (c === '(' || c === '[' || c === '<') depth++;
      else if (c === ')' || c === ']' || (c === '>' && text[character - 1] !== '=' && text[character - 1] !== '-')) depth--;
      else if (depth <= 0 && (c === '{' || c === ';' || (c === '=' && text[character + 1] !== '>')))
        return rangeTo(start, line, text.slice(0, character).trimEnd().length);
    }
  }
  return rangeTo(start, symbol.nameRange.end.line, symbol.nameRange.end.character);
}

function rangeTo(start: Position, line: number, character: number): Range {
  return { start, end: { line, character } };
}
