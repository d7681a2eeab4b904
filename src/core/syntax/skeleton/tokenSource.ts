import type { Comments } from './comments';
import type { LeftOut } from './part';
import { Scanner } from './scanner';
import { TokenKind, type Lexis, type Token } from './token';

/** The tokens of a text by their index, and the ends of its brackets. */
export interface TokenSource {
  /** The parts that are left out even of brackets that are kept whole, in order; it grows while tokens are asked for. */
  readonly junk: readonly LeftOut[];
  /** The comments that were met on the way to the tokens asked for. */
  readonly comments: Comments;
  /** Whether brackets may be lacking or stray. */
  readonly isRepaired: boolean;
  /** Returns a token; undefined behind the last one. */
  at(index: number): Token | undefined;
  /** Returns the index behind a token; for an opening bracket, the index behind the bracket that closes it. */
  after(index: number): number;
  /**
   * Returns whether the contents of an opening bracket are over: `index` is the bracket that closes it, or the token before which
   * that is lacking. `open` is -1 for the whole text.
   */
  ends(open: number, index: number): boolean;
  /** Returns whether a bracket is closed by a token, not just by the tokens that follow. */
  isClosed(open: number): boolean;
  /** Returns whether a closing bracket closes nothing. */
  isStray(index: number): boolean;
}

/** The most tokens that are kept, chosen so that they fit into memory. The largest file of Kafka has some 20,000. */
export const mostTokens = 2_000_000;

/** The error that a text has more tokens than are kept. */
export class TooManyTokens extends Error {
  constructor() {
    super('tooLarge');
  }
}

/** The error that the brackets of a text do not match, so that {@link LazyTokens} cannot go through it. */
export class Unbalanced extends Error {}

/**
 * The tokens of a text, made when asked for. A bracket that is stepped over right after it was met leaves only itself and its
 * partner: most of a text, the bodies of methods, is never made into tokens.
 * @throws Unbalanced, TooManyTokens
 */
export class LazyTokens implements TokenSource {
  readonly isRepaired = false;
  private readonly tokens: Token[] = [];
  private readonly partners = new Map<number, number>();
  private readonly scanner: Scanner;
  private isOver = false;

  constructor(text: string, lexis: Lexis, units: Uint16Array) {
    this.scanner = new Scanner(text, lexis, units);
  }

  get junk(): readonly LeftOut[] {
    return this.scanner.junk;
  }

  get comments(): Comments {
    return this.scanner.comments;
  }

  at(index: number): Token | undefined {
    while (!this.isOver && this.tokens.length <= index) this.read();
    return this.tokens[index];
  }

  after(index: number): number {
    const token = this.at(index);
    return token?.kind === TokenKind.open ? this.partner(index, token) + 1 : index + 1;
  }

  ends(open: number, index: number): boolean {
    const token = this.at(index);
    if (token !== undefined && token.kind !== TokenKind.close) return false;
    if (open < 0 !== (token === undefined) || (token !== undefined && token.text !== '}')) throw new Unbalanced();
    return true;
  }

  isClosed(): boolean {
    return true;
  }

  isStray(): boolean {
    return false;
  }

  private partner(open: number, token: Token): number {
    const known = this.partners.get(open);
    if (known !== undefined) return known;
    const partner = open === this.tokens.length - 1 ? this.skip(token) : this.search(open);
    this.partners.set(open, partner);
    return partner;
  }

  /** Steps over a bracket behind which nothing has been read yet. */
  private skip({ text }: Token): number {
    if (!this.scanner.skipGroup(text)) throw new Unbalanced();
    this.read();
    return this.tokens.length - 1;
  }

  private search(open: number): number {
    let index = open + 1;
    for (;;) {
      const token = this.at(index);
      if (token === undefined) throw new Unbalanced();
      if (token.kind === TokenKind.close) return index;
      index = this.after(index);
    }
  }

  private read(): void {
    if (this.tokens.length > mostTokens) throw new TooManyTokens();
    const token = this.scanner.next();
    if (token === undefined) this.isOver = true;
    else this.tokens.push(token);
  }
}
