import { CharacterKind } from './characterKind';
import { Comments } from './comments';
import { unitsOf } from './cursor';
import { isInterpolated } from './interpolators';
import { slash, star } from './names';
import { Spare } from './spare';
import { ScannedToken, TokenKind, type Lexis, type Token } from './token';
import { XmlLiterals } from './xmlLiterals';

const lineFeed = 10;
const carriageReturn = 13;
const backslash = 92;

const number = /\d[\p{L}\p{N}_]*(?:\.\d[\p{L}\p{N}_]*)?/uy;
const character = /'(?:\\u+[0-9a-fA-F]{4}'|\\[^\r\n][0-7]{0,2}'|[^\\'\r\n]{1,2}')/y;
const conflictMark = /(?:<{7}|={7}|>{7}|\|{7})(?= |[\r\n]|$)/y;
/** The kinds of character that are no bracket and begin nothing that may hold one. */
const plain = CharacterKind.space | CharacterKind.lineEnd | CharacterKind.letter | CharacterKind.digit | CharacterKind.separator;
const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * The depth below which nested brackets in a bracket that is stepped over are no source code; recursion over types is safe with
 * them.
 */
const deepest = 100;
/** The same depth for code in strings in code in strings. */
const deepestCode = 20;

/**
 * Takes a text apart into tokens, however broken it is. A quote that is never closed is no token, and a comment that is never
 * closed ends with its line or with the next comment.
 */
export class Scanner extends XmlLiterals {
  /** The kind of the last token that was reached; `start` is its offset. */
  kind: TokenKind = TokenKind.operator;
  start = 0;
  /** The number of line ends before it, without those in comments. */
  lineEnds = 0;
  private depthOfCode = 0;
  private readonly spare: Spare;
  readonly comments: Comments;

  /** Starts at the beginning of a text; `units` are the text's units, where the caller has them already. */
  constructor(text: string, lexis: Lexis, units = unitsOf(text)) {
    super(text, lexis, units);
    this.spare = new Spare(text.length);
    this.comments = new Comments(text, lexis.hasNestedComments, this.spare);
  }

  get end(): number {
    return this.at;
  }

  /** Returns the next token; undefined at the end. */
  next(): Token | undefined {
    return this.advance() ? new ScannedToken(this.kind, this.text, this.start, this.at, this.lineEnds) : undefined;
  }

  /** Moves on to the next token. Returns false at the end. */
  advance(): boolean {
    this.lineEnds = 0;
    for (;;) {
      this.lineEnds += this.skipSpace();
      if (this.at >= this.text.length) return false;
      this.start = this.at;
      const kind = this.scan(this.kindAt(this.at));
      if (kind === undefined) continue;
      this.kind = kind;
      return true;
    }
  }

  /**
   * Moves behind an opening bracket's contents, right before the bracket that closes it, without making tokens of them. Returns
   * false where the brackets inside do not match.
   */
  skipGroup(open: string): boolean {
    const expected = [closing[open]];
    let tooDeep = 0;
    for (this.skip(plain); this.at < this.text.length; this.skip(plain)) {
      const kind = this.kindAt(this.at);
      if (kind === CharacterKind.open) {
        if (expected.length === deepest) tooDeep = this.at;
        expected.push(closing[this.text.charAt(this.at++)]);
      } else if (kind === CharacterKind.close) {
        if (this.text.charAt(this.at) !== expected.pop()) return false;
        if (expected.length === 0) return true;
        this.at++;
        if (expected.length === deepest) this.leaveOut(tooDeep, 'T');
      } else if (kind === CharacterKind.quote) this.string();
      else if (kind === CharacterKind.apostrophe || kind === CharacterKind.backtick || kind === CharacterKind.other)
        this.scan(kind);
      else if (!this.skipComment() && !this.skipXml()) this.at++;
    }
    return false;
  }

  /** Moves behind XML where some begins here. Text that looks like XML but never ends is none. */
  private skipXml(): boolean {
    if (!this.lexis.hasXml || this.spare.isOver) return false;
    const start = this.at;
    const leftOut = this.junk.length;
    if (this.xml()) return true;
    if (this.at > start) this.spare.take(this.at - start);
    this.junk.length = leftOut;
    this.at = start;
    return false;
  }

  protected skipCode(): boolean {
    this.at++;
    if (this.depthOfCode >= deepestCode || !this.nested()) return false;
    this.at++;
    return true;
  }

  private nested(): boolean {
    this.depthOfCode++;
    const isClosed = this.skipGroup('{');
    this.depthOfCode--;
    return isClosed;
  }

  /** Moves behind white space and comments. Returns the number of line ends, without those in comments. */
  private skipSpace(): number {
    let lineEnds = 0;
    for (;;) {
      this.skip(CharacterKind.space);
      const kind = this.kindAt(this.at);
      if (kind === CharacterKind.lineEnd) {
        const isPair = this.units[this.at] === carriageReturn && this.units[this.at + 1] === lineFeed;
        if (!isPair) lineEnds++;
        this.at++;
      } else if (!this.skipComment() && !this.skipConflictMark(kind)) return lineEnds;
    }
  }

  private skipComment(): boolean {
    if (this.units[this.at] !== slash) return false;
    const start = this.at;
    const second = this.units[start + 1];
    if (second === star) {
      this.at = this.comments.end(start);
    } else if (second === slash) {
      this.skipLine();
      this.comments.met(start, this.at);
    } else return false;
    return true;
  }

  /** Moves behind a line that a version control system left where changes conflict. */
  private skipConflictMark(kind: CharacterKind): boolean {
    if (kind !== CharacterKind.operator || (this.at > 0 && this.kindAt(this.at - 1) !== CharacterKind.lineEnd)) return false;
    conflictMark.lastIndex = this.at;
    if (!conflictMark.test(this.text)) return false;
    this.skipLine();
    return true;
  }

  /** Moves behind a token and returns its kind; undefined where there is no token. */
  private scan(kind: CharacterKind): TokenKind | undefined {
    switch (kind) {
      case CharacterKind.letter:
        this.word();
        return TokenKind.word;
      case CharacterKind.digit:
        this.accept(number);
        return TokenKind.literal;
      case CharacterKind.open:
        return this.single(TokenKind.open);
      case CharacterKind.close:
        return this.single(TokenKind.close);
      case CharacterKind.separator:
        return this.single(TokenKind.separator);
      case CharacterKind.operator:
        if (this.skipXml()) return TokenKind.literal;
        this.operator();
        return TokenKind.operator;
      case CharacterKind.quote:
        return this.string() ? TokenKind.literal : undefined;
      case CharacterKind.apostrophe:
        return this.accept(character) ? TokenKind.literal : this.apostrophe();
      case CharacterKind.backtick:
        return this.quoted();
      case CharacterKind.space:
      case CharacterKind.lineEnd:
        return this.single(TokenKind.operator);
      case CharacterKind.other:
        return this.other();
      default:
        return kind satisfies never;
    }
  }

  /** Scans the symbol `'name` or `'+`, else a quote that nothing closes. */
  private apostrophe(): TokenKind | undefined {
    const next = this.kindAt(this.at + 1);
    const startsName = next === CharacterKind.letter || next === CharacterKind.other;
    if (!this.lexis.hasSymbols || !(startsName || (next === CharacterKind.operator && this.units[this.at + 1] !== backslash))) {
      return this.reject(1);
    }
    this.at++;
    if (startsName) this.word();
    else this.operator();
    return TokenKind.literal;
  }

  private quoted(): TokenKind | undefined {
    const end = this.lexis.hasBackticks ? this.text.indexOf('`', this.at + 1) : -1;
    if (end < 0 || /[\r\n]/.test(this.text.slice(this.at, end))) return this.reject(1);
    this.at = end + 1;
    return TokenKind.quoted;
  }

  /** Moves behind a string. Returns false for a quote that is never closed, which is left out. */
  private string(): boolean {
    const start = this.at;
    const mayBeCode = this.lexis.hasInterpolation && isInterpolated(this.text, start);
    const quote = this.text.startsWith('"""', start) ? '"""' : '"';
    const leftOut = this.junk.length;
    if (mayBeCode ? this.interpolated(quote) : quote === '"' ? this.simpleString() : this.longString()) return true;
    if (this.spare.isOver) return true;
    this.spare.take(this.at - start);
    this.junk.length = leftOut;
    this.at = start;
    this.reject(quote.length);
    return false;
  }

  private simpleString(): boolean {
    for (this.at++; this.at < this.text.length; this.at++) {
      const kind = this.kindAt(this.at);
      if (kind === CharacterKind.lineEnd) return false;
      if (kind === CharacterKind.quote) {
        this.at++;
        return true;
      }
      if (this.units[this.at] === backslash && this.kindAt(this.at + 1) !== CharacterKind.lineEnd) this.at++;
    }
    this.at = this.text.length;
    return false;
  }

  private longString(): boolean {
    let end = this.text.indexOf('"""', this.at + 3);
    while (this.lexis.hasEscapesInLongStrings && end > 0 && isEscaped(this.text, end)) end = this.text.indexOf('"""', end + 1);
    this.at = end < 0 ? this.text.length : end + 3;
    if (!this.lexis.hasEscapesInLongStrings) this.closingQuotes();
    return end >= 0;
  }

  /** Moves behind the last of several quotes, because in Scala a long string ends with it. */
  private closingQuotes(): void {
    while (this.kindAt(this.at) === CharacterKind.quote) this.at++;
  }

  /** Moves behind an interpolated string. The code in `${…}` may hold strings and braces of its own. */
  private interpolated(quote: string): boolean {
    const isLong = quote.length > 1;
    this.at += quote.length;
    while (this.at < this.text.length) {
      const one = this.text.charAt(this.at);
      if (one === '"' && this.text.startsWith(quote, this.at)) {
        this.at += quote.length;
        if (isLong) this.closingQuotes();
        return true;
      }
      if (!isLong && this.kindAt(this.at) === CharacterKind.lineEnd) return false;
      const next = this.text.charAt(this.at + 1);
      if (one === '$' && next === '{') this.code();
      else this.at += (one === '\\' && !isLong) || (one === '$' && (next === '$' || next === '"')) ? 2 : 1;
    }
    this.at = this.text.length;
    return false;
  }

  private code(): void {
    const start = this.at;
    const leftOut = this.junk.length;
    this.at += 2;
    if (this.depthOfCode >= deepestCode || this.spare.isOver) return;
    if (this.nested()) this.at++;
    else {
      this.spare.take(this.at - start);
      this.junk.length = leftOut;
      this.at = start + 2;
    }
  }
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}
