import { lexis } from './scalaWords';
import { boundNames } from './scalaPattern';
import { behindAnnotation, isMisunderstood, laterWord, nameOfType } from './scalaTypes';
import { TokenKind, type Token } from './token';
import { TokenList } from './tokenList';
import { Walker } from './walker';

/** The form of parameters, or with `plainType` of a type, that the parser surely knows. */
const plainGroup = /^(?:[\w\s:,.()[\]]|=>)*$/;
const plainType = /^[\w\s.,[\]]*$/;

/**
 * The characters that names may have but that the parser does not know: signs beyond ASCII, letters that are neither small nor
 * capital, and characters beyond the first plane.
 */
const unknown = /[\u{10000}-\u{10ffff}]|[^\p{ASCII}\p{Ll}\p{Lu}\p{Lt}]/u;
/** The other ways to write `=>` and `<-`, which the parser does not know either. */
const arrows: ReadonlyMap<string, string> = new Map([
  ['\u21d2', '=>'],
  ['\u2190', '<-'],
]);

/** Writes names that are legal but unknown to the parser in a form that it knows. */
export abstract class ScalaNames extends Walker {
  override text(index: number): string {
    const text = super.text(index);
    return arrows.get(text) ?? text;
  }

  protected override keepPart(first: Token, last: Token, separator?: string): void {
    if (first === last) return this.keepName(first, 0, separator);
    const text = this.original.slice(first.start, last.end);
    if (plainGroup.test(text) && !unknown.test(text) && !laterWord.test(text)) this.draft.keep(first.start, last.end, separator);
    else if (first.text === '(') this.keepParameters(new TokenList(text, first.start, lexis), separator);
    else this.draft.replace(first.start, last.end, '[T]', separator ?? '');
  }

  /** Keeps an expression as it is, except for names that the parser does not know. */
  protected keepExpression(from: number, to: number): void {
    const [first, last] = [this.source.at(from), this.source.at(to - 1)];
    if (first === undefined || last === undefined) return;
    const tokens = new TokenList(this.original.slice(first.start, last.end), first.start, lexis);
    for (const token of tokens.all) this.keepName(token, first.start);
  }

  /** Keeps a type, or puts a simple one in its place where the parser might not know it. */
  protected keepType(from: number, to: number): void {
    const [first, last] = [this.source.at(from), this.source.at(to - 1)];
    if (first === undefined || last === undefined || from >= to) return;
    const text = this.original.slice(first.start, last.end);
    if (plainType.test(text) && !laterWord.test(text)) this.keep(from, to);
    else this.draft.replace(first.start, last.end, 'T');
  }

  /**
   * Keeps the modifiers, names and types of parameters, and for each annotation and default value only a mark that it is there.
   */
  private keepParameters(tokens: TokenList, separator?: string): void {
    const end = tokens.length - 1;
    this.keepToken(tokens, 0, separator);
    for (let index = 1; index < end;) index = Math.max(this.keepParameter(tokens, index, end), index + 1);
    this.keepToken(tokens, end);
  }

  private keepParameter(tokens: TokenList, start: number, end: number): number {
    let index = start;
    let separator: string | undefined;
    while (index < end && tokens.text(index) !== ':') {
      const isAnnotation = tokens.text(index) === '@';
      const next = isAnnotation ? behindAnnotation(tokens, index) : tokens.after(index);
      if (isAnnotation) this.draft.replace(tokens.start(index), tokens.end(next - 1), '@A');
      else if (next === index + 1) this.keepToken(tokens, index, separator);
      separator = isAnnotation ? ' ' : undefined;
      if (tokens.text(index) === ',') return next;
      index = next;
    }
    if (index >= end) return end;
    this.keepToken(tokens, index);
    const type = index + 1;
    for (index = type; index < end && tokens.text(index) !== ',' && tokens.text(index) !== '=';) {
      index = tokens.text(index) === '@' ? behindAnnotation(tokens, index) : tokens.after(index);
    }
    if (index > type) this.draft.replace(tokens.start(type), tokens.end(index - 1), nameOfType(tokens, type, index));
    const sign = index;
    while (index < end && tokens.text(index) !== ',') index = tokens.after(index);
    if (index > sign) this.draft.replace(tokens.start(sign), tokens.end(index - 1), '= 0');
    if (index < end) this.keepToken(tokens, index, '');
    return index + 1;
  }

  private keepToken(tokens: TokenList, index: number, separator?: string): void {
    const token = tokens.all[index];
    if (token !== undefined) this.keepName(token, tokens.offset, separator);
  }

  /** Keeps a token, and puts it in backticks where the parser would not take it for a name. */
  private keepName({ kind, text, start, end }: Token, offset: number, separator?: string): void {
    const arrow = arrows.get(text);
    const mayBeName = kind === TokenKind.word || kind === TokenKind.operator;
    const isName = mayBeName && (isMisunderstood(text) || unknown.test(text));
    if (arrow !== undefined) this.draft.replace(offset + start, offset + end, arrow);
    else if (isName) this.draft.quote(offset + start, offset + end, separator);
    else this.draft.keep(offset + start, offset + end, separator);
  }

  /** Keeps several names, and puts those that are operators in backticks, because the parser does not know them there. */
  protected keepNames(from: number, to: number): void {
    for (let index = from; index < to; index = this.after(index)) {
      const token = this.source.at(index);
      const isFirst = index === from || this.text(index - 1) === ',';
      if (token?.kind === TokenKind.operator && isFirst) this.draft.quote(token.start, token.end);
      else this.keep(index, Math.min(this.after(index), to));
    }
  }

  protected isPlainName(index: number): boolean {
    const kind = this.source.at(index)?.kind;
    return (this.isName(index) && this.text(index) !== '_') || kind === TokenKind.operator;
  }

  /** Keeps the names that a pattern binds. */
  protected keepPattern(from: number, to: number): void {
    const [first, last] = [this.source.at(from), this.source.at(to - 1)];
    if (first === undefined || last === undefined || from >= to) return;
    const names = boundNames(this.original.slice(first.start, last.end), first.start);
    if (names.length === 0) return this.replace(from, to, '_');
    let before = ' (';
    for (const { start, end } of names) {
      this.draft.insert(before);
      this.draft.quote(start, end, '');
      this.draft.insert(' @ _');
      before = ', ';
    }
    this.draft.insert(names.length === 1 ? ', _)' : ')');
  }
}
