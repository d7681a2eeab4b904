import type { Comments } from './comments';
import { OpenBrackets, type OpenBracket } from './openBrackets';
import type { LeftOut } from './part';
import { closeBrace, closeRound, openBrace, openRound, openSquare, semicolon } from './signs';
import { TokenKind, type Lexis, type Token } from './token';
import type { TokenSource } from './tokenSource';
import { TokenTable } from './tokenTable';

/**
 * The most lacking braces that are made up; `mostPaired` is the most tokens that are paired anew for it, because each brace means
 * to start again.
 */
const mostInserted = 20;
const mostPaired = 1_000_000;
/** The tokens that end the contents of a round bracket that is never closed. */
const behindParameters = new Set(['{', '}', ';', '=', 'throws', 'extends']);

/** The words that continue a statement behind a closing brace, on its line. */
const continuing = new Set(['else', 'catch', 'finally', 'while', 'yield', 'match', 'with', 'extends']);

/** The words that begin a part of the statement before, or that stand in the same column as the code around them. */
const labels = new Set(['case', 'default', 'else', 'catch', 'finally', 'while']);

/** A function that returns whether a token that begins a line can only begin a declaration. */
export type StartsDeclaration = (source: Pick<TokenSource, 'at'>, index: number) => boolean;

interface Language {
  readonly lexis: Lexis;
  readonly startsDeclaration: StartsDeclaration;
}

/**
 * Returns all tokens of a text whose brackets do not match. The indentation tells which brackets are lacking and which are too
 * many.
 */
export function repairTokens(text: string, language: Language, units: Uint16Array): TokenSource {
  const tokens = new TokenTable(text, language.lexis, units);
  for (let inserted = 0; ; inserted++) {
    const mayInsert = inserted < mostInserted && inserted * tokens.length < mostPaired;
    const pairing = new Pairing(tokens, language, mayInsert);
    if (pairing.lacksBraceAt === undefined) return pairing;
    tokens.insertBrace(pairing.lacksBraceAt);
  }
}

class Pairing implements TokenSource {
  readonly isRepaired = true;
  readonly junk: readonly LeftOut[];
  readonly comments: Comments;
  /** The index at which a brace is to be put in before the tokens are paired again. */
  lacksBraceAt: number | undefined;
  /**
   * The index of the bracket that closes an opening bracket, or of the token before which that bracket is lacking; 0 for every
   * other token.
   */
  private readonly partners: Int32Array;
  private readonly unclosed: Uint8Array;
  private readonly stray: Uint8Array;
  private readonly endsStatements: boolean;
  private readonly open = new OpenBrackets();
  /**
   * The least indentation of the lines that the innermost statement has had so far; `statements` has the same for the statements
   * around it, the outermost first.
   */
  private statement = Infinity;
  private readonly statements: number[] = [];

  constructor(
    private readonly tokens: TokenTable,
    { startsDeclaration, lexis }: Language,
    private readonly mayInsert: boolean,
  ) {
    this.endsStatements = lexis.endsStatements;
    this.junk = tokens.junk;
    this.comments = tokens.comments;
    this.partners = new Int32Array(tokens.length);
    this.unclosed = new Uint8Array(tokens.length);
    this.stray = new Uint8Array(tokens.length);
    this.pair(startsDeclaration);
  }

  at(index: number): Token | undefined {
    return this.tokens.at(index);
  }

  after(index: number): number {
    const partner = this.partners[index] ?? 0;
    if (partner === 0) return index + 1;
    return this.isClosed(index) ? partner + 1 : Math.max(partner, index + 1);
  }

  ends(open: number, index: number): boolean {
    return index >= (open < 0 ? this.tokens.length : (this.partners[open] ?? 0));
  }

  isClosed(open: number): boolean {
    return this.unclosed[open] !== 1;
  }

  isStray(index: number): boolean {
    return this.stray[index] === 1;
  }

  private pair(startsDeclaration: StartsDeclaration): void {
    const { tokens, open } = this;
    let [line, indent] = [-1, 0];
    for (let index = 0; index < tokens.length && this.lacksBraceAt === undefined; index++) {
      const beginsLine = tokens.line(index) !== line;
      if (beginsLine) {
        line = tokens.line(index);
        indent = tokens.indent(index);
        const mayCloseDeeper = open.innermost !== undefined && open.innermost.indent >= indent;
        if (mayCloseDeeper && (startsDeclaration(this, index) || this.startsStatement(index))) this.closeDeeper(index, indent);
      }
      this.meet(index, indent, beginsLine);
    }
    while (open.height > 0) this.closeBefore(tokens.length);
  }

  /**
   * Returns whether a line begins a statement in the same column as the statements of a brace around it: then everything that
   * lies deeper is over.
   */
  private startsStatement(index: number): boolean {
    if (!this.endsStatements || !this.open.hasInside(this.tokens.indent(index))) return false;
    const before = this.tokens.sign(index - 1);
    if (before !== semicolon && before !== closeBrace && before !== openBrace) return false;
    const token = this.at(index);
    return token?.kind === TokenKind.word ? !labels.has(token.text) : token?.text === '@' || token?.text === '<';
  }

  private meet(index: number, lineIndent: number, beginsLine: boolean): void {
    const { tokens, open } = this;
    const kind = tokens.kind(index);
    if (kind === TokenKind.close) this.close(index);
    else if (beginsLine) open.begin(lineIndent);
    if (lineIndent < this.statement) this.statement = lineIndent;
    if (kind === TokenKind.open) {
      open.push(index, tokens.sign(index), this.statement);
      this.statements.push(this.statement);
      this.statement = Infinity;
    } else if (this.endsStatement(index, kind)) this.statement = Infinity;
  }

  private endsStatement(index: number, kind: TokenKind): boolean {
    if (kind === TokenKind.close) return this.tokens.sign(index) === closeBrace;
    return kind === TokenKind.separator && this.tokens.sign(index) === semicolon;
  }

  private close(index: number): void {
    const sign = this.tokens.sign(index);
    if (sign === closeBrace && !(this.tokens.beginsLine(index) ? this.fits(index) : this.fitsInLine(index))) {
      this.stray[index] = 1;
      return;
    }
    const matching = this.open.last(openingOf(sign));
    if (matching < 0 || matching < this.open.last(openBrace)) {
      this.stray[index] = 1;
      return;
    }
    while (this.open.height > matching + 1) this.closeBefore(index);
    const bracket = this.pop();
    if (bracket !== undefined) this.partners[bracket.index] = index;
  }

  /**
   * Returns whether a closing brace that begins its line has a partner: it closes a brace that was opened by a statement with the
   * same indentation, or it is one too many.
   */
  private fits(index: number): boolean {
    // The brackets `})` end arguments, wherever they stand.
    if (this.open.innermost?.sign === openBrace && this.tokens.sign(index + 1) === closeRound && this.open.last(openRound) >= 0)
      return true;
    const indent = this.tokens.indent(index);
    const same = this.open.lastBraceWith(indent);
    if (same >= 0 && !this.goesOnDeeper(index, this.open.at(same))) {
      while (this.open.height > same + 1) this.closeBefore(index);
      return true;
    }
    const innermost = this.open.at(this.open.last(openBrace));
    const isTooMany = same >= 0 || innermost === undefined || innermost.indent < indent || this.goesOnDeeper(index, innermost);
    if (isTooMany && same < 0 && this.mayInsert) this.lacksBraceAt = this.lackingBrace(index, indent, innermost?.index ?? -1);
    return !isTooMany;
  }

  /**
   * Returns whether a closing brace at the end of a line or inside it has a partner: it does not close a brace if the next line
   * goes on further inside that brace.
   */
  private fitsInLine(index: number): boolean {
    const innermost = this.open.at(this.open.last(openBrace));
    if (innermost === undefined || this.tokens.line(innermost.index) === this.tokens.line(index)) return true;
    return !isInside(this.tokens.nextIndent(index), innermost);
  }

  /**
   * Returns whether the code that follows a closing brace at the start of a line is indented further: then the brace ends less
   * than it seems to.
   */
  private goesOnDeeper(index: number, brace: OpenBracket | undefined): boolean {
    let at = index + 1;
    while (this.tokens.sign(at) === closeBrace && !this.tokens.beginsLine(at)) at++;
    const next = this.at(at);
    if (brace === undefined || next === undefined || (next.kind !== TokenKind.word && next.text !== '@')) return false;
    if (this.tokens.beginsLine(at)) return isInside(this.tokens.indent(at), brace);
    return isInside(this.tokens.nextIndent(at), brace) && !continuing.has(next.text) && !this.opensAtEnd(index);
  }

  /** Returns whether the line of a token ends with an opening bracket. */
  private opensAtEnd(index: number): boolean {
    let last = index;
    while (last + 1 < this.tokens.length && !this.tokens.beginsLine(last + 1)) last++;
    return this.tokens.kind(last) === TokenKind.open;
  }

  /**
   * Returns the index at which the lacking partner of a closing brace would stand: behind the last line with the same
   * indentation.
   */
  private lackingBrace(index: number, indent: number, container: number): number | undefined {
    for (let header = index - 1; header > container; header--) {
      const lineIndent = this.tokens.indent(header);
      if (!this.tokens.beginsLine(header) || lineIndent > indent) continue;
      if (lineIndent < indent || this.tokens.kind(header) === TokenKind.close) return undefined;
      for (let next = this.after(header); next < index; next = this.after(next)) {
        if (this.tokens.beginsLine(next)) return next;
      }
      return undefined;
    }
    return undefined;
  }

  /**
   * Closes every bracket that was opened by a statement indented as far as a declaration or further: the declaration stands in
   * none of them.
   */
  private closeDeeper(index: number, indent: number): void {
    while ((this.open.innermost?.indent ?? -1) >= indent) this.closeBefore(index);
  }

  private closeBefore(index: number): void {
    const bracket = this.pop();
    if (bracket === undefined) return;
    this.unclosed[bracket.index] = 1;
    this.partners[bracket.index] = bracket.sign === openBrace ? index : this.endOfParameters(bracket, index);
  }

  private endOfParameters({ index: open, indent }: OpenBracket, limit: number): number {
    let index = open + 1;
    while (index < limit && !this.isBehindParameters(index, indent)) index = this.after(index);
    return Math.min(index, limit);
  }

  private isBehindParameters(index: number, indent: number): boolean {
    if (this.tokens.beginsLine(index) && this.tokens.indent(index) <= indent) return true;
    return behindParameters.has(this.at(index)?.text ?? '');
  }

  private pop(): OpenBracket | undefined {
    this.statement = this.statements.pop() ?? Infinity;
    return this.open.pop();
  }
}

/** Returns whether a line with this indentation stands in a brace. */
function isInside(indent: number, brace: OpenBracket): boolean {
  return indent > brace.indent && indent >= (brace.inside ?? 0);
}

function openingOf(close: number): number {
  if (close === closeBrace) return openBrace;
  return close === closeRound ? openRound : openSquare;
}
