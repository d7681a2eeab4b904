import type { Brackets } from './brackets';
import { Draft } from './draft';
import type { Token } from './tokens';

/** Goes through the tokens of a text and drafts what is to be kept of it. Indexes are those of tokens. */
export class Walker {
  readonly draft: Draft;

  constructor(
    text: string,
    readonly tokens: readonly Token[],
    readonly brackets: Brackets,
  ) {
    this.draft = new Draft(text);
    this.textLength = text.length;
  }

  private readonly textLength: number;

  text(index: number): string {
    const token = this.tokens[index];
    return token === undefined || token.kind === 'literal' || token.kind === 'quoted' ? '' : token.text;
  }

  isName(index: number): boolean {
    const kind = this.tokens[index]?.kind;
    return kind === 'word' || kind === 'quoted';
  }

  /** The index behind a token; for an opening bracket, behind what closes it. */
  after(index: number): number {
    const end = this.brackets.end[index];
    if (end === undefined) return index + 1;
    return this.brackets.isClosed(index) ? end + 1 : Math.max(end, index + 1);
  }

  /** Offsets; behind the last token the end of the text. */
  startOf(index: number): number {
    return this.tokens[index]?.start ?? this.textLength;
  }

  endOf(index: number): number {
    return this.tokens[index]?.end ?? this.textLength;
  }

  /** Keeps tokens, but of braces among them only the braces. */
  keep(from: number, to: number): void {
    for (let index = from; index < to; index++) {
      if (this.text(index) === '{') {
        this.keepBraces(index);
        index = this.after(index) - 1;
      } else if (!this.brackets.stray.has(index)) this.keepOne(index);
    }
  }

  keepOne(index: number): void {
    const token = this.tokens[index];
    if (token !== undefined) this.draft.keep(token.start, token.end);
  }

  /** Keeps a bracket and its partner, not what is between. */
  keepBraces(open: number): void {
    this.keepOne(open);
    this.closeBraces(open);
  }

  /** Keeps what closes a bracket, or makes it up. */
  closeBraces(open: number): void {
    const end = this.brackets.end[open] ?? this.tokens.length;
    if (this.brackets.isClosed(open)) this.keepOne(end);
    else this.draft.insert('}', this.startOf(end));
  }
}
