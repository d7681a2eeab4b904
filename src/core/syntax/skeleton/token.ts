/** The kinds of token. They are numbers, because there is one for each token of a text. */
export enum TokenKind {
  word = 1,
  /** A name in backticks. */
  quoted,
  operator,
  /** A string, character or number. */
  literal,
  open,
  close,
  /** One of `;` `,` `.`. */
  separator,
}

/** All kinds, each at the index that is its number. */
export const tokenKinds: readonly (TokenKind | undefined)[] = [
  undefined,
  TokenKind.word,
  TokenKind.quoted,
  TokenKind.operator,
  TokenKind.literal,
  TokenKind.open,
  TokenKind.close,
  TokenKind.separator,
];

/** A token of Java or Scala. White space and comments are none. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The number of line ends between it and the token before, without those in comments. */
  readonly lineEnds: number;
}

/** A token that a scanner has reached. */
export class ScannedToken implements Token {
  constructor(
    readonly kind: TokenKind,
    private readonly source: string,
    readonly start: number,
    readonly end: number,
    readonly lineEnds: number,
    private known?: string,
  ) {}

  /** The token's text, made when first asked for: for most tokens nobody asks. */
  get text(): string {
    return (this.known ??= this.source.slice(this.start, this.end));
  }
}

export interface Lexis {
  readonly hasNestedComments: boolean;
  readonly hasBackticks: boolean;
  /** Whether strings with a name right before them hold code in `${…}`. */
  readonly hasInterpolation: boolean;
  /** Whether a backslash escapes a quote between triple quotes. */
  readonly hasEscapesInLongStrings: boolean;
  /** Whether a name may go on with operator characters behind `_`, e.g. `offset_=`. */
  readonly hasMixedNames: boolean;
  /** Whether statements end with a semicolon or a brace, never with a line. */
  readonly endsStatements: boolean;
  /** Whether XML may stand in an expression. */
  readonly hasXml: boolean;
  /** Whether a name behind an apostrophe is a token, e.g. `'name`. */
  readonly hasSymbols: boolean;
}
