/** Numbers, for there is one for each token of a text. */
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

/** All kinds, at their numbers. */
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
  /** Line ends between it and the token before, those in comments not counted. */
  readonly lineEnds: number;
}

/** A token that a scanner has come to. */
export class ScannedToken implements Token {
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
  /** XML may stand in an expression. */
  readonly hasXml: boolean;
  /** A name behind an apostrophe is a token, e.g. `'name`. */
  readonly hasSymbols: boolean;
}
