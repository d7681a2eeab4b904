import { Scanner } from './scanner';
import { TokenKind, type Lexis, type Token } from './token';

/** All tokens of a small part of a text: brackets that a walk stepped over are looked into by it. Offsets are those in the whole text. */
export class TokenList {
  readonly all: readonly Token[];

  /** `text`: the part; `offset`: where it starts in the whole text. */
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

  /** Of a literal or a name in backticks nothing, so that it is never taken for a keyword. */
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

  /** The index behind a token; for an opening bracket, behind what closes it. */
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
