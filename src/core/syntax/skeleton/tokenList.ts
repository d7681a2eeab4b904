import { Scanner } from './scanner';
import { TokenKind, type Lexis, type Token } from './token';

/**
 * All tokens of a small part of a text. A walk uses it to look into brackets that it stepped over. Offsets are offsets in the
 * whole text.
 */
export class TokenList {
  readonly all: readonly Token[];

  /** Takes a part of a text apart. `text` is the part; `offset` is its start in the whole text. */
  constructor(
    text: string,
    readonly offset: number,
    lexis: Lexis,
  ) {
    const scanner = new Scanner(text, lexis);
    const all: Token[] = [];
    for (let token = scanner.next(); token !== undefined; token = scanner.next()) all.push(token);
    this.all = all;
  }

  get length(): number {
    return this.all.length;
  }

  /**
   * Returns the text of a token; it is empty for a literal and for a name in backticks, so that neither is ever taken for a
   * keyword.
   */
  text(index: number): string {
    const token = this.all[index];
    return token === undefined || token.kind === TokenKind.literal || token.kind === TokenKind.quoted ? '' : token.text;
  }

  kind(index: number): TokenKind | undefined {
    return this.all[index]?.kind;
  }

  isName(index: number): boolean {
    const kind = this.kind(index);
    return kind === TokenKind.word || kind === TokenKind.quoted;
  }

  /** Returns the index behind a token; for an opening bracket, the index behind the bracket that closes it. */
  after(index: number): number {
    let depth = 0;
    for (let at = index; at < this.all.length; at++) {
      const kind = this.kind(at);
      if (kind === TokenKind.open) depth++;
      else if (kind === TokenKind.close) depth--;
      if (depth <= 0) return at + 1;
    }
    return Math.max(this.all.length, index + 1);
  }

  start(index: number): number {
    return this.offset + (this.all[index]?.start ?? 0);
  }

  end(index: number): number {
    return this.offset + (this.all[index]?.end ?? 0);
  }
}
