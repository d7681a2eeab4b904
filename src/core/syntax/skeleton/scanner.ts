import type { CharacterKind } from './characterKind';
import { Comments } from './comments';
import { Cursor } from './cursor';
import { Spare } from './spare';
import { ScannedToken, type Lexis, type TokenKind } from './token';

const slash = 47;
const star = 42;
const lineFeed = 10;
const carriageReturn = 13;
const underscore = 95;
const backslash = 92;
const at = 64;

const longWord = /[\p{L}\p{Nl}_$\p{M}\p{N}]+/uy;
const longOperator = /[\p{Sm}\p{So}]+/uy;
const number = /\d[\p{L}\p{N}_]*(?:\.\d[\p{L}\p{N}_]*)?/uy;
const character = /'(?:\\u+[0-9a-fA-F]{4}'|\\[^\r\n][0-7]{0,2}'|[^\\'\r\n]{1,2}')/y;
const conflictMark = /(?:<{7}|={7}|>{7}|\|{7})(?= |[\r\n]|$)/y;
const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Brackets nested deeper than this in one that is stepped over are no source code; recursion over types is safe with them. */
const deepest = 100;
/** The same for code in strings in code in strings. */
const deepestCode = 20;

/**
 * Takes a text apart, however broken. A quote that is never closed is no token, a comment that is never closed ends with its line
 * or with the next comment.
 */
export class Scanner extends Cursor {
  private depthOfCode = 0;
  private readonly spare: Spare;
  readonly comments: Comments;

  constructor(
    text: string,
    private readonly lexis: Lexis,
  ) {
    super(text);
    this.spare = new Spare(text.length);
    this.comments = new Comments(text, lexis.hasNestedComments, this.spare);
  }

  /** The next token; undefined at the end. */
  next(): ScannedToken | undefined {
    let lineEnds = 0;
    for (;;) {
      lineEnds += this.skipSpace();
      if (this.at >= this.text.length) return undefined;
      const start = this.at;
      const kind = this.scan(this.kindAt(start));
      if (kind !== undefined) return new ScannedToken(kind, this.text, start, this.at, lineEnds);
    }
  }

  /**
   * Moves behind an opening bracket's contents, right before what closes it, without making tokens of them.
   * False where the brackets inside do not match.
   */
  skipGroup(open: string): boolean {
    const expected = [closing[open]];
    let tooDeep = 0;
    while (this.at < this.text.length) {
      const kind = this.kindAt(this.at);
      if (kind === 'open') {
        if (expected.length === deepest) tooDeep = this.at;
        expected.push(closing[this.text.charAt(this.at++)]);
      } else if (kind === 'close') {
        if (this.text.charAt(this.at) !== expected.pop()) return false;
        if (expected.length === 0) return true;
        this.at++;
        if (expected.length === deepest) this.leaveOut(tooDeep, 'T');
      } else if (kind === 'quote') this.string();
      else if (kind === 'apostrophe' || kind === 'backtick' || kind === 'other') this.scan(kind);
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
    const start = this.at;
    const second = this.text.charCodeAt(start + 1);
    if (second === star) {
      this.at = this.comments.end(start);
    } else if (second === slash) {
      this.skipLine();
      this.comments.met(start, this.at);
    } else return false;
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

  /** Undefined for what is no token. */
  private scan(kind: CharacterKind): TokenKind | undefined {
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
        return this.string() ? 'literal' : undefined;
      case 'apostrophe':
        return this.accept(character) ? 'literal' : this.apostrophe();
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

  /** The symbol `'name` or `'+`, else a quote that nothing closes. */
  private apostrophe(): TokenKind | undefined {
    const next = this.kindAt(this.at + 1);
    const startsName = next === 'letter' || next === 'other';
    if (!this.lexis.hasSymbols || !(startsName || (next === 'operator' && this.text.charCodeAt(this.at + 1) !== backslash))) {
      return this.reject(1);
    }
    this.at++;
    if (startsName) this.word();
    else this.operator();
    return 'literal';
  }

  /** A character beyond ASCII. */
  private other(): TokenKind | undefined {
    if (this.accept(longWord)) {
      this.word();
      return 'word';
    }
    if (!this.accept(longOperator)) return this.reject(1);
    this.operator();
    return 'operator';
  }

  private word(): void {
    const start = this.at;
    for (;;) {
      const kind = this.kindAt(this.at);
      if (kind === 'letter' || kind === 'digit') this.at++;
      else if (kind !== 'other' || !this.accept(longWord)) break;
    }
    if (this.lexis.hasMixedNames && this.at > start + 1 && this.text.charCodeAt(this.at - 1) === underscore) this.operator();
  }

  private operator(): void {
    const start = this.at;
    for (;;) {
      const kind = this.kindAt(this.at);
      if (this.at > start && this.text.charCodeAt(this.at) === at && !this.lexis.hasMixedNames) return;
      if (kind === 'operator' && !this.startsComment()) this.at++;
      else if (kind !== 'other' || !this.accept(longOperator)) return;
    }
  }

  private startsComment(): boolean {
    const next = this.text.charCodeAt(this.at + 1);
    return this.text.charCodeAt(this.at) === slash && (next === slash || next === star);
  }

  private quoted(): TokenKind | undefined {
    const end = this.lexis.hasBackticks ? this.text.indexOf('`', this.at + 1) : -1;
    if (end < 0 || /[\r\n]/.test(this.text.slice(this.at, end))) return this.reject(1);
    this.at = end + 1;
    return 'quoted';
  }

  /** False for a quote that is never closed, which is left out. */
  private string(): boolean {
    const start = this.at;
    const before = this.kindAt(start - 1);
    const isInterpolated = this.lexis.hasInterpolation && (before === 'letter' || before === 'digit');
    const quote = this.text.startsWith('"""', start) ? '"""' : '"';
    const leftOut = this.junk.length;
    if (isInterpolated ? this.interpolated(quote) : quote === '"' ? this.simpleString() : this.longString()) return true;
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
      if (kind === 'lineEnd') return false;
      if (kind === 'quote') {
        this.at++;
        return true;
      }
      if (this.text.charCodeAt(this.at) === backslash && this.kindAt(this.at + 1) !== 'lineEnd') this.at++;
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

  /** In Scala a long string ends with the last of several quotes. */
  private closingQuotes(): void {
    while (this.kindAt(this.at) === 'quote') this.at++;
  }

  /** Code in `${…}` may hold strings and braces of its own. */
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
      if (!isLong && this.kindAt(this.at) === 'lineEnd') return false;
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
    this.depthOfCode++;
    const isClosed = this.skipGroup('{');
    this.depthOfCode--;
    if (isClosed) this.at++;
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
