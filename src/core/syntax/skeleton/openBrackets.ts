import { openBrace } from './signs';

/** An opening bracket that is not closed yet. */
export interface OpenBracket {
  /** The index of its token. */
  readonly index: number;
  /** Its UTF-16 unit. */
  readonly sign: number;
  /**
   * The indentation of its statement: the least indentation of the statement's lines, but no less than the statements around it
   * have.
   */
  readonly indent: number;
  /** The least indentation of the lines that its statement has had so far. */
  readonly leastIndent: number;
  /** The indentation of the first line in it; undefined before that line is reached. */
  readonly inside: number | undefined;
}

type Bracket = OpenBracket & {
  inside: number | undefined;
  /**
   * The height of the last bracket before it with the same sign; for a brace, the next two are the heights of the last braces
   * before it with each of its two indentations.
   */
  readonly outerWithSign: number;
  readonly outerWithIndent: number;
  readonly outerWithLeast: number;
};

/**
 * The brackets that are open at a place, the innermost last. Each question takes the same time however many brackets there are.
 */
export class OpenBrackets {
  private readonly all: Bracket[] = [];
  /**
   * The height in `all` of the last bracket of each kind; `lastWithIndent` has the height of the last brace with each
   * indentation.
   */
  private readonly lastWithSign = new Int32Array(128).fill(-1);
  private readonly lastWithIndent: number[] = [];
  /** The number of braces whose lines have each indentation. */
  private readonly insides: number[] = [];

  /** The number of open brackets. A bracket's own height is the number of brackets around it. */
  get height(): number {
    return this.all.length;
  }

  get innermost(): OpenBracket | undefined {
    return this.all[this.all.length - 1];
  }

  /** Returns the height of the innermost bracket of a kind; -1 where there is none. */
  last(sign: number): number {
    return this.lastWithSign[sign] ?? -1;
  }

  lastBraceWith(indent: number): number {
    return this.lastWithIndent[indent] ?? -1;
  }

  at(height: number): OpenBracket | undefined {
    return this.all[height];
  }

  /** Records that a line begins in the innermost bracket. */
  begin(indent: number): void {
    const innermost = this.all[this.all.length - 1];
    if (innermost === undefined || innermost.inside !== undefined) return;
    innermost.inside = indent;
    if (innermost.sign === openBrace) this.insides[indent] = (this.insides[indent] ?? 0) + 1;
  }

  /** Returns whether the lines in one of the braces have this indentation. */
  hasInside(indent: number): boolean {
    return (this.insides[indent] ?? 0) > 0;
  }

  push(index: number, sign: number, leastIndent: number): void {
    const indent = Math.max(leastIndent, this.all[this.last(openBrace)]?.inside ?? 0);
    const [outerWithSign, height] = [this.last(sign), this.all.length];
    const [outerWithIndent, outerWithLeast] = [this.lastBraceWith(indent), this.lastBraceWith(leastIndent)];
    this.all.push({ index, sign, indent, leastIndent, inside: undefined, outerWithSign, outerWithIndent, outerWithLeast });
    this.lastWithSign[sign] = height;
    if (sign === openBrace) this.lastWithIndent[indent] = this.lastWithIndent[leastIndent] = height;
  }

  pop(): OpenBracket | undefined {
    const bracket = this.all.pop();
    if (bracket === undefined) return undefined;
    this.lastWithSign[bracket.sign] = bracket.outerWithSign;
    if (bracket.sign === openBrace) {
      if (bracket.inside !== undefined) this.insides[bracket.inside] = (this.insides[bracket.inside] ?? 0) - 1;
      this.lastWithIndent[bracket.indent] = bracket.outerWithIndent;
      this.lastWithIndent[bracket.leastIndent] = bracket.outerWithLeast;
    }
    return bracket;
  }
}
