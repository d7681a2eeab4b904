import { characterKind, type CharacterKind } from './characterKind';

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

export interface Lexis {
  readonly hasNestedComments: boolean;
  readonly hasBackticks: boolean;
  /** Strings with a name right before them hold code in `${…}`. */
  readonly hasInterpolation: boolean;
  /** A backslash escapes a quote between triple quotes. */
  readonly hasEscapesInLongStrings: boolean;
  /** A name may go on with operator characters behind `_`, e.g. `offset_=`. */
  readonly hasMixedNames: boolean;
}

const slash = 47;
const star = 42;
const lineFeed = 10;
const carriageReturn = 13;
const underscore = 95;

const longWord = /[\p{L}\p{Nl}_$\p{M}\p{N}]+/uy;
const longOperator = /[\p{Sm}\p{So}]+/uy;
const number = /\d[\p{L}\p{N}_]*(?:\.\d[\p{L}\p{N}_]*)?/uy;
const character = /'(?:\\u+[0-9a-fA-F]{4}'|\\[^\r\n][0-7]{0,2}'|[^\\'\r\n]{1,2}')/y;
const conflictMark = /(?:<{7}|={7}|>{7}|\|{7})(?= |[\r\n]|$)/y;
const simpleString = /"(?:[^"\\\r\n]|\\[^\r\n])*"?/y;
const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Takes a text apart, however broken: a string without an end stops at the end of its line, a comment at the end of the text. */
export class Scanner {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly lexis: Lexis,
  ) {}

  /** The next token; undefined at the end. */
  next(): Token | undefined {
    const lineEnds = this.skipSpace();
    if (this.at >= this.text.length) return undefined;
    const start = this.at;
    const kind = this.scan(this.kindAt(start));
    return { kind, text: this.text.slice(start, this.at), start, end: this.at, lineEnds };
  }

  /**
   * Moves behind an opening bracket's contents, right before what closes it, without making tokens of them.
   * False where the brackets inside do not match.
   */
  skipGroup(open: string): boolean {
    const expected = [closing[open]];
    while (this.at < this.text.length) {
      const kind = this.kindAt(this.at);
      if (kind === 'open') expected.push(closing[this.text.charAt(this.at++)]);
      else if (kind === 'close') {
        if (this.text.charAt(this.at) !== expected.pop()) return false;
        if (expected.length === 0) return true;
        this.at++;
      } else if (kind === 'quote') this.string();
      else if (kind === 'apostrophe' || kind === 'backtick') this.scan(kind);
      else if (!this.skipComment()) this.at++;
    }
    return false;
  }

  /** White space and comments; gives the number of line ends, those in comments left out. */
  private skipSpace(): number {
    let lineEnds = 0;
    for (; this.at < this.text.length; this.at++) {
      const kind = this.kindAt(this.at);
      if (kind === 'lineEnd') {
        const isPair = this.text.charCodeAt(this.at) === carriageReturn && this.text.charCodeAt(this.at + 1) === lineFeed;
        if (!isPair) lineEnds++;
      } else if (kind !== 'space') {
        if (!this.skipComment() && !this.skipConflictMark(kind)) return lineEnds;
        this.at--;
      }
    }
    return lineEnds;
  }

  private skipComment(): boolean {
    if (this.text.charCodeAt(this.at) !== slash) return false;
    const second = this.text.charCodeAt(this.at + 1);
    if (second === star) this.at = endOfComment(this.text, this.at, this.lexis.hasNestedComments);
    else if (second === slash) this.skipLine();
    else return false;
    return true;
  }

  /** A line that a version control system left where changes conflict. */
  private skipConflictMark(kind: CharacterKind): boolean {
    if (kind !== 'operator' || (this.at > 0 && this.kindAt(this.at - 1) !== 'lineEnd')) return false;
    conflictMark.lastIndex = this.at;
    if (!conflictMark.test(this.text)) return false;
    this.skipLine();
    return true;
  }

  private skipLine(): void {
    while (this.at < this.text.length && this.kindAt(this.at) !== 'lineEnd') this.at++;
  }

  private scan(kind: CharacterKind): TokenKind {
    switch (kind) {
      case 'letter':
        this.word();
        return 'word';
      case 'digit':
        this.accept(number);
        return 'literal';
      case 'open':
        return this.single('open');
      case 'close':
        return this.single('close');
      case 'separator':
        return this.single('separator');
      case 'operator':
        this.operator();
        return 'operator';
      case 'quote':
        this.string();
        return 'literal';
      case 'apostrophe':
        return this.accept(character) ? 'literal' : this.single('operator');
      case 'backtick':
        return this.quoted();
      case 'space':
      case 'lineEnd':
        return this.single('operator');
      case 'other':
        return this.other();
      default:
        return kind satisfies never;
    }
  }

  /** A character beyond ASCII. */
  private other(): TokenKind {
    if (this.accept(longWord)) {
      this.word();
      return 'word';
    }
    if (!this.accept(longOperator)) return this.single('operator');
    this.operator();
    return 'operator';
  }

  private word(): void {
    for (;;) {
      const kind = this.kindAt(this.at);
      if (kind === 'letter' || kind === 'digit') this.at++;
      else if (kind !== 'other' || !this.accept(longWord)) break;
    }
    if (this.lexis.hasMixedNames && this.text.charCodeAt(this.at - 1) === underscore) this.operator();
  }

  private operator(): void {
    for (;;) {
      const kind = this.kindAt(this.at);
      if (kind === 'operator' && !this.startsComment()) this.at++;
      else if (kind !== 'other' || !this.accept(longOperator)) return;
    }
  }

  private startsComment(): boolean {
    const next = this.text.charCodeAt(this.at + 1);
    return this.text.charCodeAt(this.at) === slash && (next === slash || next === star);
  }

  private quoted(): TokenKind {
    const end = this.lexis.hasBackticks ? this.text.indexOf('`', this.at + 1) : -1;
    if (end < 0 || /[\r\n]/.test(this.text.slice(this.at, end))) return this.single('operator');
    this.at = end + 1;
    return 'quoted';
  }

  private string(): void {
    const before = this.kindAt(this.at - 1);
    const isInterpolated = this.lexis.hasInterpolation && (before === 'letter' || before === 'digit');
    const quote = this.text.startsWith('"""', this.at) ? '"""' : '"';
    if (isInterpolated) this.interpolated(quote);
    else if (quote === '"""') this.longString();
    else this.accept(simpleString);
  }

  private longString(): void {
    let end = this.text.indexOf('"""', this.at + 3);
    while (this.lexis.hasEscapesInLongStrings && end > 0 && isEscaped(this.text, end)) end = this.text.indexOf('"""', end + 1);
    this.at = end < 0 ? this.text.length : end + 3;
    if (!this.lexis.hasEscapesInLongStrings) this.closingQuotes();
  }

  /** In Scala a long string ends with the last of several quotes. */
  private closingQuotes(): void {
    while (this.kindAt(this.at) === 'quote') this.at++;
  }

  /** Code in `${…}` may hold strings and braces of its own. */
  private interpolated(quote: string): void {
    const isLong = quote.length > 1;
    this.at += quote.length;
    while (this.at < this.text.length) {
      const one = this.text.charAt(this.at);
      if (one === '"' && this.text.startsWith(quote, this.at)) {
        this.at += quote.length;
        if (isLong) this.closingQuotes();
        return;
      }
      if (!isLong && this.kindAt(this.at) === 'lineEnd') return;
      const next = this.text.charAt(this.at + 1);
      if (one === '$' && next === '{') this.code();
      else this.at += (one === '\\' && !isLong) || (one === '$' && (next === '$' || next === '"')) ? 2 : 1;
    }
  }

  private code(): void {
    const start = this.at;
    this.at += 2;
    this.at = this.skipGroup('{') ? this.at + 1 : start + 1;
  }

  private single(kind: TokenKind): TokenKind {
    this.at++;
    return kind;
  }

  private accept(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  private kindAt(at: number): CharacterKind {
    return characterKind(this.text.charCodeAt(at));
  }
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

function endOfComment(text: string, start: number, nests: boolean): number {
  if (!nests) return behind(text, '*/', start + 2);
  let depth = 1;
  const mark = /\/\*|\*\//g;
  mark.lastIndex = start + 2;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    depth += match[0] === '*/' ? -1 : 1;
    if (depth === 0) return mark.lastIndex;
  }
  return text.length;
}

function behind(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from);
  return at < 0 ? text.length : at + sought.length;
}
