import { Draft } from './draft';
import { TokenKind, type Token } from './token';
import type { TokenSource } from './tokenSource';

const symbol = /^'.*[^']$/;
const startOfString = /[\s(]*"/y;

/**
 * The depth below which nested types and brackets are no source code: their contents are left out, so that no stack overflows.
 */
const deepest = 100;
/** The number of tokens above which a constant has no value. */
const longestConstant = 1000;

/** The index that stands for no bracket: code outside of all brackets ends with the text. */
export const outermost = -1;

/**
 * Goes through the tokens of a text once, and drafts the parts of it that are kept. Indexes are indexes of tokens; `open` is
 * always the brace of the container that is walked through, which ends every loop.
 */
export class Walker {
  readonly draft: Draft;
  private depth = 0;

  constructor(
    readonly original: string,
    readonly source: TokenSource,
  ) {
    this.draft = new Draft(original, source.junk);
  }

  /**
   * Returns the text of a token; it is empty for a name in backticks and for a literal, so that neither is ever taken for a
   * keyword.
   */
  text(index: number): string {
    const token = this.source.at(index);
    return token === undefined || token.kind === TokenKind.literal || token.kind === TokenKind.quoted ? '' : token.text;
  }

  isName(index: number): boolean {
    const kind = this.source.at(index)?.kind;
    return kind === TokenKind.word || kind === TokenKind.quoted;
  }

  lineEnds(index: number): number {
    return this.source.at(index)?.lineEnds ?? 0;
  }

  after(index: number): number {
    return this.source.after(index);
  }

  /**
   * Keeps tokens on a new line that is indented by the depth: the Scala parser heeds the indentation, and the original's may be
   * odd. It keeps braces without their contents, and other brackets as they are.
   */
  keepLine(from: number, to: number): void {
    this.keep(from, to, this.newLine());
  }

  /** Keeps tokens in the same way, but on the current line. */
  keep(from: number, to: number, separator?: string): void {
    let index = from;
    let before = separator;
    while (index < to) {
      const next = this.after(index);
      if (this.text(index) === '{') this.keepBrackets(index);
      else if (!this.source.isStray(index)) this.keepTokens(index, next, before);
      before = undefined;
      index = next;
    }
  }

  keepOne(index: number, separator?: string): void {
    const token = this.source.at(index);
    if (token === undefined) return;
    if (token.start < token.end) this.draft.keep(token.start, token.end, separator);
    else this.draft.insert(token.text);
  }

  /** Keeps a bracket and its partner, but not their contents. */
  keepBrackets(open: number): void {
    this.keepOne(open);
    this.close(open, this.text(open) === '(' ? ')' : '}', '');
  }

  /** Keeps the braces of a container, and between them everything that `keepInside` keeps. */
  keepContainer(open: number, lacking: string, keepInside: () => void): void {
    if (this.depth === deepest) return this.keepBrackets(open);
    this.keepOne(open);
    this.depth++;
    keepInside();
    this.depth--;
    this.close(open, lacking, this.newLine());
  }

  /** Puts a text in the place of tokens. */
  replace(from: number, to: number, by: string, separator = ' '): void {
    const [first, last] = [this.source.at(from), this.source.at(to - 1)];
    if (first === undefined || last === undefined || from >= to) this.draft.insert(`${separator}${by}`);
    else this.draft.replace(first.start, last.end, by, separator);
  }

  /** Returns whether tokens are only strings, names and the signs that join them, so that they may be a string constant. */
  isConstant(from: number, to: number, excluded: ReadonlySet<string>): boolean {
    for (let index = from; index < to; index++) {
      const token = this.source.at(index);
      if (token === undefined || index - from > longestConstant) return false;
      const isPart =
        (token.kind === TokenKind.literal && !this.isOther(index, token)) ||
        token.text === '+' ||
        token.text === '.' ||
        (token.kind === TokenKind.word && !excluded.has(token.text));
      const isGroup =
        token.text === '(' && this.source.at(index - 1)?.kind === TokenKind.operator && this.startsWithString(token.end);
      if (!isPart && !isGroup) return false;
      index = this.after(index) - 1;
    }
    return to > from;
  }

  /** Returns whether a literal is a symbol, XML or an interpolated string. */
  private isOther(index: number, { text, start }: Token): boolean {
    const before = this.source.at(index - 1);
    return symbol.test(text) || text.startsWith('<') || (before?.kind === TokenKind.word && before.end === start);
  }

  private startsWithString(offset: number): boolean {
    startOfString.lastIndex = offset;
    return startOfString.test(this.original);
  }

  /** Keeps the token that closes a bracket, or makes one up. */
  private close(open: number, lacking: string, separator: string): void {
    if (this.source.isClosed(open)) this.keepOne(this.after(open) - 1, separator);
    else this.draft.insert(`${separator}${lacking}`);
  }

  /**
   * Keeps one token, or all tokens from a bracket to its partner. A language overrides it to change code that is legal but
   * unknown to its parser.
   */
  protected keepPart(first: Token, last: Token, separator?: string): void {
    this.draft.keep(first.start, last.end, separator);
  }

  protected newLine(): string {
    return `\n${'  '.repeat(this.depth)}`;
  }

  private keepTokens(from: number, to: number, separator?: string): void {
    const [first, last] = [this.source.at(from), this.source.at(to - 1)];
    if (first === undefined || last === undefined) return;
    if (first.kind === TokenKind.open && this.source.isRepaired) this.keepGroup(from, to, 0, separator);
    else this.keepPart(first, last, separator);
  }

  /** Keeps the contents of a bracket without stray brackets, and makes up the brackets that are lacking. */
  private keepGroup(open: number, to: number, depth: number, separator?: string): void {
    const token = this.source.at(open);
    if (token === undefined) return;
    this.keepPart(token, token, separator);
    const inside = this.source.isClosed(open) ? to - 1 : to;
    for (let index = open + 1; index < inside && depth < deepest;) {
      const next = Math.min(this.after(index), inside);
      const part = this.source.at(index);
      if (part?.kind === TokenKind.open) this.keepGroup(index, next, depth + 1);
      else if (part !== undefined && !this.source.isStray(index)) this.keepPart(part, part);
      index = next;
    }
    if (depth === deepest) this.draft.insert('T');
    if (this.source.isClosed(open)) this.keepOne(inside);
    else this.draft.insert(closing(token));
  }
}

const partners: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

function closing({ text }: Token): string {
  return partners[text] ?? '';
}
