import { Scanner, type Lexis, type Token } from './scanner';
import type { TokenSource } from './tokenSource';

/** Brackets nested deeper than this are no source code, and not paired. */
const deepest = 1000;
/** How many lacking braces are made up at most, and for how many milliseconds: every one means to start again. */
const mostInserted = 20;
const mostTime = 500;
const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** What no longer stands in a round bracket that is never closed. */
const behindParameters = new Set(['{', '}', ';', '=', 'throws']);

/** Says of a token that begins a line whether only a declaration can begin so. */
export type StartsDeclaration = (source: Pick<TokenSource, 'at'>, index: number) => boolean;

interface Placed extends Token {
  /** Of its line. */
  readonly indent: number;
  readonly beginsLine: boolean;
}

/** All tokens of a text whose brackets do not match. Its indentation tells which are lacking and which are too many. */
export function repairTokens(text: string, lexis: Lexis, startsDeclaration: StartsDeclaration): TokenSource {
  const tokens = placedTokens(text, lexis);
  const end = Date.now() + mostTime;
  for (let inserted = 0; ; inserted++) {
    const pairing = new Pairing(tokens, startsDeclaration, inserted < mostInserted && Date.now() < end);
    if (pairing.lacksBraceAt === undefined) return pairing;
    const before = tokens[pairing.lacksBraceAt];
    const start = before?.start ?? text.length;
    tokens.splice(pairing.lacksBraceAt, 0, {
      kind: 'open',
      text: '{',
      start,
      end: start,
      lineEnds: 0,
      indent: tokens[pairing.lacksBraceAt - 1]?.indent ?? 0,
      beginsLine: false,
    });
  }
}

class Pairing implements TokenSource {
  /** Where a brace is to be put in before the tokens are paired again. */
  lacksBraceAt: number | undefined;
  /** For an opening bracket the index of what closes it, or of the token before which that is lacking. */
  private readonly partners = new Map<number, number>();
  private readonly unclosed = new Set<number>();
  private readonly stray = new Set<number>();
  private readonly open: number[] = [];
  /** For an opening bracket the least indentation of the lines that its statement has come to. */
  private readonly indents = new Map<number, number>();
  /** The same for the statements around the one that is gone through; that one's own is the last. */
  private readonly statements = [Infinity];

  constructor(
    private readonly tokens: readonly Placed[],
    startsDeclaration: StartsDeclaration,
    private readonly mayInsert: boolean,
  ) {
    for (let index = 0; index < tokens.length && this.lacksBraceAt === undefined; index++) {
      const token = tokens[index];
      if (token === undefined) break;
      if (token.beginsLine && startsDeclaration(this, index)) this.closeDeeper(index, token.indent);
      this.meet(index, token);
    }
    while (this.open.length > 0) this.closeBefore(this.tokens.length);
  }

  at(index: number): Token | undefined {
    return this.tokens[index];
  }

  after(index: number): number {
    const partner = this.partners.get(index);
    if (partner === undefined) return index + 1;
    return this.isClosed(index) ? partner + 1 : Math.max(partner, index + 1);
  }

  ends(open: number, index: number): boolean {
    return index >= (this.partners.get(open) ?? this.tokens.length);
  }

  isClosed(open: number): boolean {
    return !this.unclosed.has(open);
  }

  isStray(index: number): boolean {
    return this.stray.has(index);
  }

  private meet(index: number, token: Placed): void {
    if (token.kind === 'close') this.close(index, token);
    const last = this.statements.length - 1;
    const least = Math.min(this.statements[last] ?? Infinity, token.indent);
    this.statements[last] = token.text === ';' || token.text === '}' ? Infinity : least;
    if (token.kind !== 'open' || this.open.length > deepest) return;
    this.open.push(index);
    this.statements.push(Infinity);
    this.indents.set(index, least);
  }

  private close(index: number, token: Placed): void {
    if (token.text === '}' && token.beginsLine && !this.fits(index, token.indent)) return;
    const matching = this.open.findLastIndex((open) => closing[this.text(open)] === token.text);
    const brace = matching === this.open.length - 1 ? 0 : this.open.findLastIndex((open) => this.text(open) === '{');
    if (matching < 0 || matching < brace) {
      this.stray.add(index);
      return;
    }
    while (this.open.length > matching + 1) this.closeBefore(index);
    const open = this.pop();
    if (open !== undefined) this.partners.set(open, index);
  }

  /** A brace that begins its line closes one that was opened by a statement with the same indentation, or it is one too many. */
  private fits(index: number, indent: number): boolean {
    const same = this.open.findLastIndex((open) => this.text(open) === '{' && this.indents.get(open) === indent);
    if (same >= 0 && !this.goesOnDeeper(index, indent)) {
      while (this.open.length > same + 1) this.closeBefore(index);
      return true;
    }
    const innermost = this.open.findLast((open) => this.text(open) === '{');
    const isTooMany = same >= 0 || innermost === undefined || (this.indents.get(innermost) ?? 0) < indent;
    if (isTooMany) {
      this.stray.add(index);
      this.lacksBraceAt = same < 0 && this.mayInsert ? this.lackingBrace(index, indent, innermost ?? -1) : undefined;
    }
    return !isTooMany;
  }

  /** What follows a brace is indented further: it ends less than it seems to. */
  private goesOnDeeper(index: number, indent: number): boolean {
    const next = this.tokens[index + 1];
    return next?.beginsLine === true && next.indent > indent && (next.kind === 'word' || next.text === '@');
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
    for (;;) {
      const open = this.open.at(-1);
      if (open === undefined || (this.indents.get(open) ?? 0) < indent) return;
      this.closeBefore(index);
    }
  }

  private closeBefore(index: number): void {
    const open = this.pop();
    if (open === undefined) return;
    this.unclosed.add(open);
    this.partners.set(open, this.text(open) === '{' ? index : this.endOfParameters(open, index));
  }

  private endOfParameters(open: number, limit: number): number {
    const indent = this.indents.get(open) ?? 0;
    const isBehind = (token: Placed | undefined): boolean =>
      token === undefined || behindParameters.has(token.text) || (token.beginsLine && token.indent <= indent);
    let index = open + 1;
    while (index < limit && !isBehind(this.tokens[index])) index = this.after(index);
    return Math.min(index, limit);
  }

  private pop(): number | undefined {
    this.statements.pop();
    return this.open.pop();
  }

  private text(index: number): string {
    return this.tokens[index]?.text ?? '';
  }
}

function placedTokens(text: string, lexis: Lexis): Placed[] {
  const scanner = new Scanner(text, lexis);
  const tokens: Placed[] = [];
  let indent = 0;
  for (let token = scanner.next(); token !== undefined; token = scanner.next()) {
    const beginsLine = token.lineEnds > 0 || tokens.length === 0;
    if (beginsLine) indent = indentOf(text, token.start);
    tokens.push({ ...token, indent, beginsLine });
  }
  return tokens;
}

function indentOf(text: string, start: number): number {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  let at = lineStart;
  while (at < start && (text[at] === ' ' || text[at] === '\t')) at++;
  return at - lineStart;
}
