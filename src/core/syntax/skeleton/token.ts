export type TokenKind = 'word' | 'quoted' | 'operator' | 'literal' | 'open' | 'close' | 'separator';

/** A token of Java or Scala. White space and comments are none. */
export interface Token {
  /** `quoted`: a name in backticks. `separator`: one of `;` `,` `.`. `literal`: a string, character or number. */
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Line ends between it and the token before, those in comments not counted. */
  readonly lineEnds: number;
}

/** A token, and its line: whoever needs that puts it in. One object, for there are many. */
export class ScannedToken implements Token {
  /** The indentation of its line, and of the next one; 0 behind the last. */
  indent = 0;
  nextIndent = 0;
  /** Of those that a token begins. */
  line = 0;
  beginsLine = false;

  constructor(
    readonly kind: TokenKind,
    private readonly source: string,
    readonly start: number,
    readonly end: number,
    readonly lineEnds: number,
    private known?: string,
  ) {}

  /** Of most tokens nobody asks for it. */
  get text(): string {
    return (this.known ??= this.source.slice(this.start, this.end));
  }
}

export interface Lexis {
  readonly hasNestedComments: boolean;
  readonly hasBackticks: boolean;
  /** Strings with a name right before them hold code in `${…}`. */
  readonly hasInterpolation: boolean;
  /** A backslash escapes a quote between triple quotes. */
  readonly hasEscapesInLongStrings: boolean;
  /** A name may go on with operator characters behind `_`, e.g. `offset_=`. */
  readonly hasMixedNames: boolean;
  /** Statements end with a semicolon or a brace, never with a line. */
  readonly endsStatements: boolean;
  /** A name behind an apostrophe is a token, e.g. `'name`. */
  readonly hasSymbols: boolean;
}
