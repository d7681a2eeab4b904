import { Scanner, type Lexis, type Token } from './scanner';
import type { TokenSource } from './tokenSource';

/** Brackets nested deeper than this are no source code, and not paired. */
const deepest = 1000;
const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * All tokens of a text whose brackets do not match. Its indentation tells which are lacking and which are too many.
 * `startsDeclaration` says of a token that begins a line whether only a declaration can begin so.
 */
export class RepairedTokens implements TokenSource {
  private readonly tokens: readonly Token[];
  /** For an opening bracket the least indentation of the lines that its statement has come to. */
  private readonly indents = new Map<number, number>();
  /** The same for the statements around the one that is gone through; that one's own is the last. */
  private readonly statements = [Infinity];
  /** For an opening bracket the index of what closes it, or of the token before which that is lacking. */
  private readonly partners = new Map<number, number>();
  private readonly unclosed = new Set<number>();
  private readonly stray = new Set<number>();
  private readonly open: number[] = [];

  constructor(text: string, lexis: Lexis, startsDeclaration: (source: TokenSource, index: number) => boolean) {
    this.tokens = allTokens(text, lexis);
    let indent = 0;
    this.tokens.forEach((token, index) => {
      const beginsLine = token.lineEnds > 0 || index === 0;
      if (beginsLine) indent = indentOf(text, token.start);
      if (beginsLine && startsDeclaration(this, index)) this.closeDeeper(index, indent);
      this.meet(index, token, beginsLine, indent);
    });
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

  private meet(index: number, { kind, text }: Token, beginsLine: boolean, indent: number): void {
    if (kind === 'close') this.close(index, text, beginsLine ? indent : undefined);
    const last = this.statements.length - 1;
    const least = Math.min(this.statements[last] ?? Infinity, indent);
    this.statements[last] = text === ';' || text === '}' ? Infinity : least;
    if (kind !== 'open' || this.open.length > deepest) return;
    this.open.push(index);
    this.statements.push(Infinity);
    this.indents.set(index, least);
  }

  /** `indent`: of a bracket that begins its line. */
  private close(index: number, bracket: string, indent: number | undefined): void {
    if (bracket === '}' && indent !== undefined && !this.fits(index, indent)) return;
    const matching = this.open.findLastIndex((open) => closing[this.text(open)] === bracket);
    const brace = matching === this.open.length - 1 ? 0 : this.open.findLastIndex((open) => this.text(open) === '{');
    if (matching < 0 || matching < brace) {
      this.stray.add(index);
      return;
    }
    while (this.open.length > matching + 1) this.closeBefore(index);
    const open = this.pop();
    if (open !== undefined) this.partners.set(open, index);
  }

  /** A brace that begins its line closes one that was opened on a line with the same indentation, or it is one too many. */
  private fits(index: number, indent: number): boolean {
    const same = this.open.findLastIndex((open) => this.text(open) === '{' && this.indents.get(open) === indent);
    if (same >= 0) {
      while (this.open.length > same + 1) this.closeBefore(index);
      return true;
    }
    const innermost = this.open.findLast((open) => this.text(open) === '{');
    const isTooMany = innermost === undefined || (this.indents.get(innermost) ?? 0) < indent;
    if (isTooMany) this.stray.add(index);
    return !isTooMany;
  }

  /** A declaration with this indentation stands in no bracket that was opened on a line indented as far or further. */
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
    this.partners.set(open, index);
    this.unclosed.add(open);
  }

  private pop(): number | undefined {
    this.statements.pop();
    return this.open.pop();
  }

  private text(index: number): string {
    return this.tokens[index]?.text ?? '';
  }
}

function allTokens(text: string, lexis: Lexis): Token[] {
  const scanner = new Scanner(text, lexis);
  const tokens: Token[] = [];
  for (let token = scanner.next(); token !== undefined; token = scanner.next()) tokens.push(token);
  return tokens;
}

function indentOf(text: string, start: number): number {
  let at = start;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return start - at;
}
