import type { FileOutline, SourceSymbol } from '../../src/core/symbols/symbol';

/**
 * A fixture is source with expectations drawn under its lines: a comment with carets under a name, then the kind, the path,
 * the parameters and the value of the symbol that is declared there, e.g.
 *
 *     void append(Batch batch) {}
 *     //   ^^^^^^ method org.example.Log#append (Batch)
 */
export interface Fixture {
  /** The text without the expectations. */
  readonly source: string;
  readonly expected: readonly string[];
}

const drawn = /^\s*\/\/\s*(\^+) (.+)$/;

export function parseFixture(text: string): Fixture {
  const source: string[] = [];
  const expected: string[] = [];
  for (const line of text.split('\n')) {
    const [, carets, rest] = drawn.exec(line) ?? [];
    if (carets === undefined || rest === undefined) source.push(line);
    else expected.push(place(source.length, line.indexOf('^') + 1, carets.length, rest));
  }
  return { source: source.join('\n'), expected };
}

/** Returns the symbols of an outline, in the form of {@link Fixture.expected}. */
export function shown(outline: FileOutline): string[] {
  return outline.symbols.map((symbol) => {
    const { start, end } = symbol.nameRange;
    return place(start.line + 1, start.character + 1, end.character - start.character, description(symbol));
  });
}

/** Returns the lines of a text with the symbols of its outline drawn under them. */
export function draw(source: string, outline: FileOutline): string {
  const lines = source.split('\n').map((line, number) => [
    line,
    ...outline.symbols
      .filter((symbol) => symbol.nameRange.start.line === number)
      .map((symbol) => {
        const { start, end } = symbol.nameRange;
        return `//${' '.repeat(start.character - 2)}${'^'.repeat(end.character - start.character)} ${description(symbol)}`;
      }),
  ]);
  return lines.flat().join('\n');
}

function description({ kind, path, parameters, value }: SourceSymbol): string {
  const parts = [kind, path];
  if (parameters !== undefined) parts.push(`(${parameters.join(', ')})`);
  if (value !== undefined) parts.push(`= ${JSON.stringify(value)}`);
  return parts.join(' ');
}

function place(line: number, column: number, length: number, rest: string): string {
  return `${line}:${column}+${length} ${rest}`;
}
