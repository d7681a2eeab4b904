export type TokenKind = 'word' | 'quoted' | 'operator' | 'literal' | 'open' | 'close' | 'separator';

/** A token of Java or Scala. White space and comments are none. */
export interface Token {
  /** `quoted`: a name in backticks. `separator`: one of `;` `,` `.`. `literal`: a string, character or number. */
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it is the first on its line; then `column` is its indentation. */
  readonly startsLine: boolean;
  readonly column: number;
  /** Line ends between it and the token before, those in comments not counted. */
  readonly lineEnds: number;
}

const space = /[^\S\r\n]+/y;
const lineEnd = /\r\n|\r|\n/y;
const lineComment = /\/\/[^\r\n]*/y;
const word = /[\p{L}\p{Nl}_$][\p{L}\p{M}\p{N}_$]*/uy;
/** A Scala name may end in `_` and operator characters, e.g. `offset_=`. */
const scalaWord = /[\p{L}\p{Nl}_$][\p{L}\p{M}\p{N}_$]*(?:(?<=_)[!#%&*+\-/:<=>?@\\^|~\p{Sm}\p{So}]+)?/uy;
const backticked = /`[^`\r\n]+`/y;
const number = /\d[\p{L}\p{N}_]*(?:\.\d[\p{L}\p{N}_]*)?/uy;
const character = /'(?:\\u+[0-9a-fA-F]{4}|\\[^\r\n]|[^\\'\r\n]{1,2})'/y;
const operator = /(?:(?!\/[/*])[!#%&*+\-/:<=>?@\\^|~\p{Sm}\p{So}])+/uy;
const simpleString = /"(?:[^"\\\r\n]|\\[^\r\n])*"?/y;

/** Takes a text apart, however broken: a string without an end stops at the end of its line, a comment at the end of the text. */
export function tokenize(text: string, language: 'java' | 'scala'): Token[] {
  return new Tokenizer(text, language === 'scala').all();
}

class Tokenizer {
  private readonly tokens: Token[] = [];
  private at = 0;
  private lineStart = 0;
  private lineEnds = 0;
  private startsLine = true;

  constructor(
    private readonly text: string,
    private readonly isScala: boolean,
  ) {}

  all(): Token[] {
    this.until(() => false);
    return this.tokens;
  }

  /** Reads tokens up to the end or to the one that `stop` accepts; that one is the last. */
  private until(stop: (token: Token) => boolean): void {
    while (this.at < this.text.length) {
      if (this.skip()) continue;
      const token = this.next();
      if (stop(token)) return;
    }
  }

  /** White space, line ends and comments. */
  private skip(): boolean {
    if (this.accept(space) || this.accept(lineComment)) return true;
    if (this.accept(lineEnd)) {
      this.lineStart = this.at;
      this.lineEnds++;
      this.startsLine = true;
      return true;
    }
    if (!this.text.startsWith('/*', this.at)) return false;
    this.at = endOfComment(this.text, this.at, this.isScala);
    return true;
  }

  private next(): Token {
    const [start, column, startsLine, lineEnds] = [this.at, this.at - this.lineStart, this.startsLine, this.lineEnds];
    const [index, first] = [this.tokens.length, this.text.charAt(start)];
    const kind = this.kind(first);
    const token = { kind, text: this.text.slice(start, this.at), start, end: this.at, startsLine, column, lineEnds };
    // What an interpolated string holds is part of the string.
    this.tokens.length = index;
    this.tokens.push(token);
    this.lineEnds = 0;
    this.startsLine = false;
    return token;
  }

  private kind(first: string): TokenKind {
    if (first === '"') return this.string();
    if (this.accept(this.isScala ? scalaWord : word)) return 'word';
    if (this.isScala && this.accept(backticked)) return 'quoted';
    if (this.accept(number)) return 'literal';
    if (first === "'" && this.accept(character)) return 'literal';
    if ('([{'.includes(first)) return this.single('open');
    if (')]}'.includes(first)) return this.single('close');
    if (';,.'.includes(first)) return this.single('separator');
    return this.accept(operator) ? 'operator' : this.single('operator');
  }

  private string(): TokenKind {
    const before = this.tokens.at(-1);
    const isInterpolated = this.isScala && before?.kind === 'word' && before.end === this.at;
    if (this.text.startsWith('"""', this.at)) this.longString(isInterpolated);
    else if (isInterpolated) this.interpolated('"');
    else this.accept(simpleString);
    return 'literal';
  }

  private longString(isInterpolated: boolean): void {
    if (isInterpolated) return this.interpolated('"""');
    let end = this.text.indexOf('"""', this.at + 3);
    while (!this.isScala && end > 0 && this.text[end - 1] === '\\') end = this.text.indexOf('"""', end + 1);
    this.at = end < 0 ? this.text.length : end + 3;
    while (this.isScala && this.text[this.at] === '"') this.at++;
  }

  /** Code in `${…}` may hold strings and braces of its own. */
  private interpolated(quote: string): void {
    this.at += quote.length;
    while (this.at < this.text.length) {
      const isLong = quote.length > 1;
      if (this.text.startsWith(quote, this.at)) {
        this.at += quote.length;
        while (isLong && this.text[this.at] === '"') this.at++;
        return;
      }
      const one = this.text.charAt(this.at);
      if (!isLong && (one === '\n' || one === '\r')) return;
      if (one === '$' && this.text[this.at + 1] === '{') this.braces();
      else this.at += (one === '\\' && !isLong) || (one === '$' && this.text[this.at + 1] === '$') ? 2 : 1;
    }
  }

  private braces(): void {
    this.at++;
    let depth = 0;
    this.until(({ text }) => {
      depth += text === '{' ? 1 : text === '}' ? -1 : 0;
      return depth === 0;
    });
  }

  private single(kind: TokenKind): TokenKind {
    this.at++;
    return kind;
  }

  private accept(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match === null) return false;
    this.at += match[0].length;
    return true;
  }
}

/** Scala's comments nest. */
function endOfComment(text: string, start: number, nests: boolean): number {
  let depth = 1;
  const mark = /\/\*|\*\//g;
  mark.lastIndex = start + 2;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    if (match[0] === '*/') depth--;
    else if (nests) depth++;
    if (depth === 0) return mark.lastIndex;
  }
  return text.length;
}
