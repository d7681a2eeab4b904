import { escapeName, mayNeedEscape } from './escapedName';
import { lexis } from './javaWords';
import { TokenKind, type Token } from './token';
import { TokenList } from './tokenList';
import { Walker } from './walker';

/** The number of tokens above which a list is not taken for type arguments. */
const longestArguments = 500;
/** The signs of the things in parameters that the parser is not to see: annotations and comments. */
const odd = /[@/]/;
const angles = /^[<>?]+$/;
const inTypeArguments = new Set(['.', ',', '&', '[']);

/** The tokens of a part of a text, by their indexes. */
interface Tokens {
  text(index: number): string;
  isName(index: number): boolean;
  after(index: number): number;
}

/** Writes the names and parameters of Java in a form that the parser knows. */
export abstract class JavaNames extends Walker {
  protected override keepPart(first: Token, last: Token, separator?: string): void {
    if (first === last) return this.keepName(first, 0, separator);
    const text = this.original.slice(first.start, last.end);
    if (!odd.test(text) && !mayNeedEscape(text)) return this.draft.keep(first.start, last.end, separator);
    const tokens = new TokenList(text, first.start, lexis);
    let before = separator;
    for (let index = 0; ;) {
      while (tokens.text(index) === '@') index = behindAnnotation(tokens, index);
      const token = tokens.all[index];
      if (token === undefined) return;
      this.keepName(token, first.start, before);
      before = undefined;
      index = tokens.text(index + 1) === '<' ? behindTypeArguments(tokens, index + 1) : index + 1;
    }
  }

  /** Keeps a header or a part of one, without its annotations. */
  protected keepTypes(from: number, to: number, separator?: string): void {
    let before = separator;
    for (let index = from; index < to;) {
      while (this.text(index) === '@' && index < to) index = this.behindAnnotation(index);
      if (index >= to) return;
      const next = this.text(index) === '<' ? this.behindTypeArguments(index) : this.after(index);
      if (next === index + 1 || this.text(index) !== '<') this.keep(index, next, before);
      before = undefined;
      index = next;
    }
  }

  /**
   * Keeps modifiers, and for each annotation only a mark that it is there. Returns the separator between them and the text that
   * follows.
   */
  protected keepModifiers(from: number, to: number): string | undefined {
    let separator: string | undefined = this.newLine();
    for (let index = from; index < to;) {
      const next = this.text(index) === '@' ? this.behindAnnotation(index) : index + 1;
      if (next > index + 1) this.replace(index, next, '@A', separator);
      else this.keepOne(index, separator);
      separator = next > index + 1 ? ' ' : undefined;
      index = next;
    }
    return separator;
  }

  behindAnnotation(at: number): number {
    return behindAnnotation(this, at);
  }

  behindTypeArguments(start: number): number {
    return behindTypeArguments(this, start);
  }

  private keepName({ kind, text, start, end }: Token, offset: number, separator?: string): void {
    const written = kind === TokenKind.word ? escapeName(text) : text;
    if (written === text) this.draft.keep(offset + start, offset + end, separator);
    else this.draft.replace(offset + start, offset + end, written, separator);
  }
}

function behindAnnotation(tokens: Tokens, at: number): number {
  let index = at + 2;
  while (tokens.text(index) === '.' && tokens.isName(index + 1)) index += 2;
  return tokens.text(index) === '(' ? tokens.after(index) : index;
}

/**
 * Returns the index behind type arguments, because the commas in `Map<String, Log>` do not end a value. Where the tokens are no
 * type arguments, it is the index behind the first token.
 */
function behindTypeArguments(tokens: Tokens, start: number): number {
  let depth = 0;
  for (let index = start; index < start + longestArguments;) {
    const text = tokens.text(index);
    if (angles.test(text)) depth += text.split('<').length - text.split('>').length;
    else if (text !== '@' && !tokens.isName(index) && !inTypeArguments.has(text)) return start + 1;
    if (depth <= 0) return index + 1;
    index = text === '@' ? behindAnnotation(tokens, index) : tokens.after(index);
  }
  return start + 1;
}
