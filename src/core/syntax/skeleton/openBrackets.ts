/** An opening bracket that is not closed yet. */
export interface OpenBracket {
  /** Of its token. */
  readonly index: number;
  readonly text: string;
  /** The indentation of its statement: that of its lines, but no less than what the statements around it have. */
  readonly indent: number;
  /** The least indentation of the lines that its statement has come to. */
  readonly leastIndent: number;
  /** The indentation of the first line in it; undefined where that has not come yet. */
  readonly inside?: number;
}

type Bracket = OpenBracket & { inside?: number };

/** The brackets that are open at a place, the innermost last. What is asked takes the same time however many there are. */
export class OpenBrackets {
  private readonly all: Bracket[] = [];
  /** The heights in `all` of each kind of bracket, and of the braces with each indentation; ascending. */
  private readonly byText = new Map<string, number[]>();
  private readonly bracesByIndent = new Map<number, number[]>();

  /** How many braces have lines with each indentation. */
  private readonly insides = new Map<number, number>();

  /** How many there are; what is said of a height is said of the bracket with as many around it. */
  get height(): number {
    return this.all.length;
  }

  get innermost(): OpenBracket | undefined {
    return this.all.at(-1);
  }

  /** The height of the innermost one of a kind; -1 where there is none. */
  last(text: string): number {
    return this.byText.get(text)?.at(-1) ?? -1;
  }

  lastBraceWith(indent: number): number {
    return this.bracesByIndent.get(indent)?.at(-1) ?? -1;
  }

  at(height: number): OpenBracket | undefined {
    return this.all[height];
  }

  /** A line begins in the innermost one. */
  begin(indent: number): void {
    const innermost = this.all.at(-1);
    if (innermost === undefined || innermost.inside !== undefined) return;
    innermost.inside = indent;
    if (innermost.text === '{') this.insides.set(indent, (this.insides.get(indent) ?? 0) + 1);
  }

  /** Whether the lines in one of the braces have this indentation. */
  hasInside(indent: number): boolean {
    return (this.insides.get(indent) ?? 0) > 0;
  }

  push(index: number, text: string, leastIndent: number): void {
    const indent = Math.max(leastIndent, this.all[this.last('{')]?.inside ?? 0);
    add(this.byText, text, this.all.length);
    if (text === '{') {
      add(this.bracesByIndent, indent, this.all.length);
      if (leastIndent !== indent) add(this.bracesByIndent, leastIndent, this.all.length);
    }
    this.all.push({ index, text, indent, leastIndent });
  }

  pop(): OpenBracket | undefined {
    const bracket = this.all.pop();
    if (bracket !== undefined) this.byText.get(bracket.text)?.pop();
    if (bracket?.text === '{') {
      if (bracket.inside !== undefined) this.insides.set(bracket.inside, (this.insides.get(bracket.inside) ?? 0) - 1);
      this.bracesByIndent.get(bracket.indent)?.pop();
      if (bracket.leastIndent !== bracket.indent) this.bracesByIndent.get(bracket.leastIndent)?.pop();
    }
    return bracket;
  }
}

function add<K>(heights: Map<K, number[]>, key: K, height: number): void {
  const known = heights.get(key);
  if (known === undefined) heights.set(key, [height]);
  else known.push(height);
}
