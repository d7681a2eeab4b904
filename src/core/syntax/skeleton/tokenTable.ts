import { CharacterKind, characterKind } from './characterKind';
import type { Comments } from './comments';
import type { LeftOut } from './part';
import { Scanner } from './scanner';
import { openBrace } from './signs';
import { ScannedToken, tokenKinds, TokenKind, type Lexis, type Token } from './token';
import { mostTokens, TooManyTokens } from './tokenSource';

/**
 * The number of characters for which one token is expected. Most code has more characters for each token, so few tables have to
 * grow.
 */
const charactersPerToken = 6;
/** The number of cells for each token: its kind, start, end and line. */
const columns = 4;

/**
 * All tokens of a text, and the lines that they stand on. There are many tokens, and few are asked for as a whole: only those
 * become objects.
 */
export class TokenTable {
  readonly junk: readonly LeftOut[];
  readonly comments: Comments;
  private count = 0;
  private cells: Int32Array;
  /** The indentation of each line with tokens, the first of which is line 1; `lineEnds` has the number of line ends before it. */
  private readonly indents = [0];
  private readonly lineEnds = [0];
  private made: (Token | undefined)[];

  /** @throws TooManyTokens */
  constructor(
    private readonly text: string,
    lexis: Lexis,
    units: Uint16Array,
  ) {
    this.cells = new Int32Array((Math.ceil(text.length / charactersPerToken) + 1) * columns);
    const scanner = new Scanner(text, lexis, units);
    this.junk = scanner.junk;
    this.comments = scanner.comments;
    this.addAll(scanner);
    this.made = new Array<Token | undefined>(this.count);
  }

  get length(): number {
    return this.count;
  }

  /** Returns a token; undefined behind the last one. */
  at(index: number): Token | undefined {
    return index < this.count ? (this.made[index] ??= this.make(index)) : undefined;
  }

  kind(index: number): TokenKind {
    return tokenKinds[this.cell(index, 0)] ?? TokenKind.word;
  }

  /** Returns a token's first UTF-16 unit, which for a bracket is the bracket; 0 where there is no token. */
  sign(index: number): number {
    if (index < 0 || index >= this.count) return 0;
    const start = this.cell(index, 1);
    return start < this.cell(index, 2) ? this.text.charCodeAt(start) : openBrace;
  }

  /** Returns the number of the line that a token stands on. */
  line(index: number): number {
    return this.cell(index, 3);
  }

  beginsLine(index: number): boolean {
    return index === 0 || this.line(index) !== this.line(index - 1);
  }

  /** Returns the indentation of the line that a token stands on. */
  indent(index: number): number {
    return this.indents[this.line(index)] ?? 0;
  }

  /** Returns the indentation of the line behind a token's line; 0 behind the last. */
  nextIndent(index: number): number {
    return this.indents[this.line(index) + 1] ?? 0;
  }

  /** Puts an opening brace that the text lacks before a token that begins a line, at the end of the line before. */
  insertBrace(index: number): void {
    const [start, line] = [this.cell(index, 1), this.line(index - 1)];
    const from = index * columns;
    this.makeRoom();
    this.cells.copyWithin(from + columns, from, this.count * columns);
    this.cells.set([TokenKind.open, start, start, line], from);
    this.count++;
    this.made = new Array<Token | undefined>(this.count);
  }

  private cell(index: number, column: number): number {
    return this.cells[index * columns + column] ?? 0;
  }

  private make(index: number): Token {
    const [start, end] = [this.cell(index, 1), this.cell(index, 2)];
    const lineEnds = this.beginsLine(index) ? (this.lineEnds[this.line(index)] ?? 0) : 0;
    return new ScannedToken(this.kind(index), this.text, start, end, lineEnds, start < end ? undefined : '{');
  }

  private addAll(scanner: Scanner): void {
    while (scanner.advance()) {
      if (this.count > mostTokens) throw new TooManyTokens();
      if (scanner.lineEnds > 0 || this.count === 0) {
        this.indents.push(indentOf(this.text, scanner.start));
        this.lineEnds.push(scanner.lineEnds);
      }
      this.makeRoom();
      const from = this.count * columns;
      this.cells[from] = scanner.kind;
      this.cells[from + 1] = scanner.start;
      this.cells[from + 2] = scanner.end;
      this.cells[from + 3] = this.indents.length - 1;
      this.count++;
    }
  }

  private makeRoom(): void {
    if ((this.count + 1) * columns <= this.cells.length) return;
    const { cells } = this;
    this.cells = new Int32Array(2 * cells.length);
    this.cells.set(cells);
  }
}

function indentOf(text: string, start: number): number {
  let lineStart = start;
  while (lineStart > 0 && characterKind(text.charCodeAt(lineStart - 1)) !== CharacterKind.lineEnd) lineStart--;
  let at = lineStart;
  while (at < start && isBlank(text.charCodeAt(at))) at++;
  return at - lineStart;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
