import { lexis } from './scalaWords';
import { isInterpolated } from './interpolators';
import { holesOf } from './scalaHoles';
import { TokenKind } from './token';
import { TokenList } from './tokenList';
import { behindAnnotation } from './scalaTypes';

/** The start of a name that a pattern binds: a small letter. A `$` counts as a capital: Scala's specification, 1.1 and 8.1.1. */
const startsSmall = /^(?:_.|\p{Ll})/u;
const reserved = new Set(['null', 'true', 'false', 'this', 'super', 'type', 'with', 'forSome', 'new']);
/** The tokens that end the type in a pattern. */
const endsType = new Set([',', ')', '|', '=']);

/** A name that a pattern binds, with its offsets in the text around the pattern. */
export interface BoundName {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Returns the names that patterns bind, in the order in which they stand. `text` has the patterns; `offset` is their start. */
export function boundNames(text: string, offset: number): BoundName[] {
  return new PatternParser(new TokenList(text, offset, lexis), text).names;
}

/** Goes through a pattern once: whether a token is an operand or an operator depends on the token before it. */
class PatternParser {
  readonly names: BoundName[] = [];
  private isOperand = true;
  private depth = 0;

  constructor(
    private readonly tokens: TokenList,
    private readonly source: string,
  ) {
    for (let index = 0; index < tokens.length;) index = this.read(index);
  }

  /** Returns the index to go on at. */
  private read(index: number): number {
    const { tokens } = this;
    const text = tokens.text(index);
    if (text === '(') this.depth++;
    else if (text === ')') this.depth--;
    if (text === ':') return this.behindType(index + 1);
    if (text === '[') return tokens.after(index);
    if (text === ')') return this.met(index + 1, false);
    if (text === '.') return this.met(index + 2, false);
    if (text === '(' || text === ',' || text === '|' || text === '@' || text === '{') return this.met(index + 1, true);
    if (tokens.kind(index) === TokenKind.literal) return this.literal(index);
    if (!this.isOperand) return this.met(index + 1, true);
    if (tokens.kind(index) === TokenKind.operator) return index + 1;
    if (tokens.kind(index) === TokenKind.word) this.word(index, text);
    return this.met(index + 1, false);
  }

  private met(next: number, isOperand: boolean): number {
    this.isOperand = isOperand;
    return next;
  }

  private word(index: number, text: string): void {
    const { tokens } = this;
    const next = tokens.text(index + 1);
    const isInterpolator = tokens.kind(index + 1) === TokenKind.literal && tokens.start(index + 1) === tokens.end(index);
    if (reserved.has(text) || text === '_' || next === '.' || next === '(' || next === '[' || isInterpolator) return;
    if (next === '@' || startsSmall.test(text)) this.names.push({ text, start: tokens.start(index), end: tokens.end(index) });
  }

  private literal(index: number): number {
    const { tokens, source } = this;
    const start = tokens.start(index) - tokens.offset;
    if (isInterpolated(source, start)) {
      for (const hole of holesOf(source.slice(start, tokens.end(index) - tokens.offset))) {
        this.names.push(...boundNames(hole.text, tokens.offset + start + hole.start));
      }
    }
    return this.met(index + 1, false);
  }

  private behindType(from: number): number {
    let index = from;
    // Any type may stand behind the whole pattern; inside a pattern, a bar begins an alternative.
    const ends = (text: string): boolean => (this.depth > 0 ? endsType.has(text) : text === ',');
    while (index < this.tokens.length && !ends(this.tokens.text(index))) {
      index = this.tokens.text(index) === '@' ? behindAnnotation(this.tokens, index) : this.tokens.after(index);
    }
    return this.met(index, false);
  }
}
