import { characterKind } from './characterKind';
import type { Comments } from './comments';
import { OpenBrackets, type OpenBracket } from './openBrackets';
import type { LeftOut } from './part';
import { Scanner } from './scanner';
import { ScannedToken, type Lexis, type Token } from './token';
import { mostTokens, TooManyTokens, type TokenSource } from './tokenSource';

/** How many lacking braces are made up at most, and how many tokens may be paired anew for it: every one means to start again. */
const mostInserted = 20;
const mostPaired = 1_000_000;
const opening: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
/** What no longer stands in a round bracket that is never closed. */
const behindParameters = new Set(['{', '}', ';', '=', 'throws', 'extends']);

/** Words that go on behind a closing brace, on its line. */
const continuing = new Set(['else', 'catch', 'finally', 'while', 'yield', 'match', 'with', 'extends']);

/** Words that begin what belongs to the statement before, or stands in the same column as what is around. */
const labels = new Set(['case', 'default', 'else', 'catch', 'finally', 'while']);

/** Says of a token that begins a line whether only a declaration can begin so. */
export type StartsDeclaration = (source: Pick<TokenSource, 'at'>, index: number) => boolean;

interface Language {
  readonly lexis: Lexis;
  readonly startsDeclaration: StartsDeclaration;
}

/** All tokens of a text whose brackets do not match. Its indentation tells which are lacking and which are too many. */
export function repairTokens(text: string, language: Language): TokenSource {
  const { tokens, ...left } = placedTokens(text, language.lexis);
  for (let inserted = 0; ; inserted++) {
    const mayInsert = inserted < mostInserted && inserted * tokens.length < mostPaired;
    const pairing = new Pairing(tokens, left, language, mayInsert);
    if (pairing.lacksBraceAt === undefined) return pairing;
    const start = tokens[pairing.lacksBraceAt]?.start ?? text.length;
    const { indent, line } = tokens[pairing.lacksBraceAt - 1] ?? { indent: 0, line: 0 };
    const brace = Object.assign(new ScannedToken('open', text, start, start, 0, '{'), { indent, line });
    tokens.splice(pairing.lacksBraceAt, 0, brace);
  }
}

class Pairing implements TokenSource {
  readonly isRepaired = true;
  readonly junk: readonly LeftOut[];
  readonly comments: Comments;
  /** Where a brace is to be put in before the tokens are paired again. */
  lacksBraceAt: number | undefined;
  /** For an opening bracket the index of what closes it, or of the token before which that is lacking; else 0. */
  private readonly partners: Int32Array;
  private readonly unclosed: Uint8Array;
  private readonly stray: Uint8Array;
  private readonly endsStatements: boolean;
  private readonly open = new OpenBrackets();
  /** The least indentation of the lines that each statement has come to that is not over; the innermost last. */
  private readonly statements = [Infinity];

  constructor(
    private readonly tokens: readonly ScannedToken[],
    { junk, comments }: Pick<TokenSource, 'junk' | 'comments'>,
    { startsDeclaration, lexis }: Language,
    private readonly mayInsert: boolean,
  ) {
    this.endsStatements = lexis.endsStatements;
    this.junk = junk;
    this.comments = comments;
    this.partners = new Int32Array(tokens.length);
    this.unclosed = new Uint8Array(tokens.length);
    this.stray = new Uint8Array(tokens.length);
    for (let index = 0; index < tokens.length && this.lacksBraceAt === undefined; index++) {
      const token = tokens[index];
      if (token === undefined) break;
      const begins = token.beginsLine && (startsDeclaration(this, index) || this.startsStatement(index, token));
      if (begins) this.closeDeeper(index, token.indent);
      this.meet(index, token);
    }
    while (this.open.height > 0) this.closeBefore(this.tokens.length);
  }

  at(index: number): Token | undefined {
    return this.tokens[index];
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

  /** Whether a line begins a statement in the column of those in a brace around: what lies deeper is over. */
  private startsStatement(index: number, { kind, text, indent }: ScannedToken): boolean {
    if (!this.endsStatements || (kind !== 'word' && text !== '@' && text !== '<') || labels.has(text)) return false;
    const before = this.tokens[index - 1]?.text ?? '';
    return (before === ';' || before === '}' || before === '{') && this.open.hasInside(indent);
  }

  private meet(index: number, token: ScannedToken): void {
    if (token.kind === 'close') this.close(index, token);
    else if (token.beginsLine) this.open.begin(token.indent);
    const last = this.statements.length - 1;
    const indent = Math.min(this.statements[last] ?? Infinity, token.indent);
    const isEnd = (token.kind === 'separator' && token.text === ';') || (token.kind === 'close' && token.text === '}');
    this.statements[last] = isEnd ? Infinity : indent;
    if (token.kind !== 'open') return;
    this.open.push(index, token.text, indent);
    this.statements.push(Infinity);
  }

  private close(index: number, token: ScannedToken): void {
    if (token.text === '}' && !(token.beginsLine ? this.fits(index, token.indent) : this.fitsInLine(token))) {
      this.stray[index] = 1;
      return;
    }
    const matching = this.open.last(opening[token.text] ?? '');
    if (matching < 0 || matching < this.open.last('{')) {
      this.stray[index] = 1;
      return;
    }
    while (this.open.height > matching + 1) this.closeBefore(index);
    const bracket = this.pop();
    if (bracket !== undefined) this.partners[bracket.index] = index;
  }

  /** A brace that begins its line closes one that was opened by a statement with the same indentation, or it is one too many. */
  private fits(index: number, indent: number): boolean {
    // `})` ends arguments, wherever it stands.
    if (this.open.innermost?.text === '{' && this.tokens[index + 1]?.text === ')' && this.open.last('(') >= 0) return true;
    const same = this.open.lastBraceWith(indent);
    if (same >= 0 && !this.goesOnDeeper(index, this.open.at(same))) {
      while (this.open.height > same + 1) this.closeBefore(index);
      return true;
    }
    const innermost = this.open.at(this.open.last('{'));
    const isTooMany = same >= 0 || innermost === undefined || innermost.indent < indent || this.goesOnDeeper(index, innermost);
    if (isTooMany && same < 0 && this.mayInsert) this.lacksBraceAt = this.lackingBrace(index, indent, innermost?.index ?? -1);
    return !isTooMany;
  }

  /** A brace at the end of a line or inside of it does not close one before which the next line goes on further inside. */
  private fitsInLine({ line, nextIndent }: ScannedToken): boolean {
    const innermost = this.open.at(this.open.last('{'));
    return innermost === undefined || this.tokens[innermost.index]?.line === line || !isInside(nextIndent, innermost);
  }

  /** What follows a brace that begins its line is indented further: it ends less than it seems to. */
  private goesOnDeeper(index: number, brace: OpenBracket | undefined): boolean {
    let at = index + 1;
    while (this.tokens[at]?.text === '}' && this.tokens[at]?.beginsLine === false) at++;
    const next = this.tokens[at];
    if (brace === undefined || next === undefined || (next.kind !== 'word' && next.text !== '@')) return false;
    if (next.beginsLine) return isInside(next.indent, brace);
    return isInside(next.nextIndent, brace) && !continuing.has(next.text) && !this.opensAtEnd(index);
  }

  /** Whether the line of a token ends with an opening bracket. */
  private opensAtEnd(index: number): boolean {
    let last = index;
    while (this.tokens[last + 1]?.beginsLine === false) last++;
    return this.tokens[last]?.kind === 'open';
  }

  /** A closing brace has no partner: where that would stand, behind the last line with the same indentation. */
  private lackingBrace(index: number, indent: number, container: number): number | undefined {
    for (let header = index - 1; header > container; header--) {
      const token = this.tokens[header];
      if (token?.beginsLine !== true || token.indent > indent) continue;
      if (token.indent < indent || token.kind === 'close') return undefined;
      for (let next = this.after(header); next < index; next = this.after(next)) {
        if (this.tokens[next]?.beginsLine === true) return next;
      }
      return undefined;
    }
    return undefined;
  }

  /** A declaration with this indentation stands in no bracket that a statement indented as far or further opened. */
  private closeDeeper(index: number, indent: number): void {
    while ((this.open.innermost?.indent ?? -1) >= indent) this.closeBefore(index);
  }

  private closeBefore(index: number): void {
    const bracket = this.pop();
    if (bracket === undefined) return;
    this.unclosed[bracket.index] = 1;
    this.partners[bracket.index] = bracket.text === '{' ? index : this.endOfParameters(bracket, index);
  }

  private endOfParameters({ index: open, indent }: OpenBracket, limit: number): number {
    const isBehind = (token: ScannedToken | undefined): boolean =>
      token === undefined || behindParameters.has(token.text) || (token.beginsLine && token.indent <= indent);
    let index = open + 1;
    while (index < limit && !isBehind(this.tokens[index])) index = this.after(index);
    return Math.min(index, limit);
  }

  private pop(): OpenBracket | undefined {
    this.statements.pop();
    return this.open.pop();
  }
}

/** Whether a line with this indentation is one of those in a brace. */
function isInside(indent: number, brace: OpenBracket): boolean {
  return indent > brace.indent && indent >= (brace.inside ?? 0);
}

function placedTokens(text: string, lexis: Lexis): { tokens: ScannedToken[]; junk: readonly LeftOut[]; comments: Comments } {
  const scanner = new Scanner(text, lexis);
  const tokens: ScannedToken[] = [];
  let indent = 0;
  let line = 0;
  for (let token = scanner.next(); token !== undefined; token = scanner.next()) {
    if (tokens.length > mostTokens) throw new TooManyTokens();
    if (token.lineEnds > 0 || tokens.length === 0) {
      token.beginsLine = true;
      indent = indentOf(text, token.start);
      line++;
    }
    token.indent = indent;
    token.line = line;
    tokens.push(token);
  }
  for (let index = tokens.length - 1, next = 0; index >= 0; index--) {
    const token = tokens[index];
    if (token === undefined) break;
    token.nextIndent = next;
    if (token.beginsLine) next = token.indent;
  }
  return { tokens, junk: scanner.junk, comments: scanner.comments };
}

function indentOf(text: string, start: number): number {
  let lineStart = start;
  while (lineStart > 0 && characterKind(text.charCodeAt(lineStart - 1)) !== 'lineEnd') lineStart--;
  let at = lineStart;
  while (at < start && isBlank(text.charCodeAt(at))) at++;
  return at - lineStart;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
