import type { Token } from './tokens';

/** Where each bracket ends. */
export interface Brackets {
  /**
   * For an opening bracket's index the index of the token that closes it; where the closing one is lacking,
   * that of the token before which it should stand (the number of tokens for the end of the text). Undefined for other tokens.
   */
  readonly end: readonly (number | undefined)[];
  /** Whether a bracket closes what `end` says, or had to be thought of. */
  isClosed(open: number): boolean;
  /** Closing brackets that close nothing. */
  readonly stray: ReadonlySet<number>;
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * Pairs the brackets of a text. Where they do not match, the indentation tells what is lacking or too many.
 * `startsDeclaration` says of a token that starts its line whether only a declaration can start so.
 */
export function pairBrackets(tokens: readonly Token[], startsDeclaration: (index: number) => boolean): Brackets {
  const strict = new Pairing(tokens, undefined);
  return strict.isBalanced ? strict : new Pairing(tokens, startsDeclaration);
}

class Pairing implements Brackets {
  readonly end: (number | undefined)[] = [];
  readonly stray = new Set<number>();
  private readonly unclosed = new Set<number>();
  private readonly open: number[] = [];
  /** Of each token the indentation of its line. */
  private readonly indents: number[] = [];
  private readonly repairs: boolean;

  constructor(
    private readonly tokens: readonly Token[],
    startsDeclaration: ((index: number) => boolean) | undefined,
  ) {
    this.repairs = startsDeclaration !== undefined;
    let indent = 0;
    tokens.forEach((token, index) => {
      if (token.startsLine) indent = token.column;
      this.indents.push(indent);
      if (token.startsLine && startsDeclaration?.(index) === true) this.closeDeeper(index, token.column);
      if (token.kind === 'open') this.open.push(index);
      else if (token.kind === 'close') this.close(index, token);
    });
    while (this.open.length > 0) this.closeHere(tokens.length);
  }

  get isBalanced(): boolean {
    return this.unclosed.size === 0 && this.stray.size === 0;
  }

  isClosed(open: number): boolean {
    return !this.unclosed.has(open);
  }

  private close(index: number, token: Token): void {
    if (this.repairs && token.startsLine && token.text === '}' && !this.fitsIndent(index, token.column)) return;
    const matching = this.open.findLastIndex((open) => closing[this.text(open)] === token.text);
    const brace = this.open.findLastIndex((open) => this.text(open) === '{');
    if (matching < 0 || (token.text !== '}' && matching < brace)) {
      this.stray.add(index);
      return;
    }
    while (this.open.length > matching + 1) this.closeHere(index);
    const open = this.open.pop();
    if (open !== undefined) this.end[open] = index;
  }

  /** A brace that starts its line closes one that was opened on a line with the same indentation, or it is one too many. */
  private fitsIndent(index: number, column: number): boolean {
    const sameIndent = this.open.findLastIndex((open) => this.text(open) === '{' && this.indents[open] === column);
    if (sameIndent < 0) {
      const innermost = this.open.findLast((open) => this.text(open) === '{');
      const isTooMany = innermost === undefined || (this.indents[innermost] ?? 0) < column;
      if (isTooMany) this.stray.add(index);
      return !isTooMany;
    }
    while (this.open.length > sameIndent + 1) this.closeHere(index);
    return true;
  }

  /** A declaration at this column stands in no bracket that was opened on a line indented as far or further. */
  private closeDeeper(index: number, column: number): void {
    for (;;) {
      const open = this.open.at(-1);
      if (open === undefined || (this.indents[open] ?? 0) < column) return;
      this.closeHere(index);
    }
  }

  private closeHere(index: number): void {
    const open = this.open.pop();
    if (open === undefined) return;
    this.end[open] = index;
    this.unclosed.add(open);
  }

  private text(index: number): string {
    return this.tokens[index]?.text ?? '';
  }
}
