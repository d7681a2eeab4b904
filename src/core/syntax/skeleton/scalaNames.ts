import { lexis } from './scalaWords';
import { Scanner } from './scanner';
import { TokenKind, type Token } from './token';
import { Walker } from './walker';

/**
 * What names may have but the parser does not know: signs beyond ASCII, letters that are neither small nor capital, or beyond the
 * first plane; and the names that are keywords in Scala 3.
 */
const unknown = /[\u{10000}-\u{10ffff}]|[^\p{ASCII}\p{Ll}\p{Lu}\p{Lt}]|\b(?:using|given)\b/u;
/** Other ways to write `=>` and `<-`, which the parser does not know either. */
const arrows: ReadonlyMap<string, string> = new Map([
  ['\u21d2', '=>'],
  ['\u2190', '<-'],
]);

/** Writes names that are right, but that the parser does not know, so that it does. */
export abstract class ScalaNames extends Walker {
  override text(index: number): string {
    const text = super.text(index);
    return arrows.get(text) ?? text;
  }

  protected override keepPart(first: Token, last: Token, separator?: string): void {
    if (!unknown.test(first === last ? first.text : this.original.slice(first.start, last.end))) {
      super.keepPart(first, last, separator);
    } else if (first === last) {
      this.keepName(first, 0, separator);
    } else {
      const scanner = new Scanner(this.original.slice(first.start, last.end), lexis);
      let before = separator;
      for (let token = scanner.next(); token !== undefined; token = scanner.next()) {
        this.keepName(token, first.start, before);
        before = undefined;
      }
    }
  }

  /** Keeps a token, in backticks where the parser would not know it for a name. */
  private keepName({ kind, text, start, end }: Token, offset: number, separator?: string): void {
    const arrow = arrows.get(text);
    const isName = (kind === TokenKind.word || kind === TokenKind.operator) && unknown.test(text);
    if (arrow !== undefined) this.draft.replace(offset + start, offset + end, arrow);
    else if (isName) this.draft.quote(offset + start, offset + end, separator);
    else this.draft.keep(offset + start, offset + end, separator);
  }

  /** Of several names the parser does not know those that are operators. */
  protected keepNames(from: number, to: number): void {
    for (let index = from; index < to; index = this.after(index)) {
      const token = this.source.at(index);
      const isFirst = index === from || this.text(index - 1) === ',';
      if (token?.kind === TokenKind.operator && isFirst) this.draft.quote(token.start, token.end);
      else this.keep(index, Math.min(this.after(index), to));
    }
  }
}
