import { createSkeleton, type Skeleton, type SkeletonLanguage } from './createSkeleton';
import { headerOf } from './javaHeader';
import { expressionWords, lexis, modifiers, startsDeclaration, typeKeywords } from './javaWords';
import { TokenKind, type Token } from './token';
import { varargsAnnotations } from './varargsAnnotations';
import { outermost, Walker } from './walker';

/**
 * Of a Java text only what declares something: no bodies of methods, values of fields, imports and comments.
 * It is a third as long, so parsed much faster, and hardly anything is left that the parser could misunderstand.
 */
export function javaSkeleton(text: string): Skeleton {
  return createSkeleton(text, java);
}

/** Type arguments of more tokens are none. */
const longestArguments = 500;

const java: SkeletonLanguage = {
  lexis,
  startsDeclaration,
  walk: (text, source) => {
    const walker = new JavaWalker(text, source);
    walker.members(0, outermost);
    return walker.draft.finish();
  },
};

class JavaWalker extends Walker {
  protected override keepPart(first: Token, last: Token, separator?: string): void {
    let { start } = first;
    let before = separator;
    const leftOut = first === last ? [] : varargsAnnotations(this.original.slice(start, last.end), lexis);
    for (const annotation of leftOut) {
      this.draft.keep(start, first.start + annotation.start, before);
      start = first.start + annotation.end;
      before = undefined;
    }
    this.draft.keep(start, last.end, before);
  }

  /** The declarations of a file, or between the braces of a type. */
  members(from: number, open: number): void {
    let index = from;
    while (!this.source.ends(open, index)) index = Math.max(this.member(index, open), index + 1);
  }

  private member(start: number, open: number): number {
    const at = this.behindModifiers(start);
    const word = this.text(at);
    if (word === 'package') return this.package(at, open);
    if (word === '{' && this.startsAnew(at + 1)) return at + 1;
    if (word === 'import') return this.behindSemicolon(at, open);
    if (word === '@' && this.text(at + 1) === 'interface') return this.type(start, at + 1, open);
    if (typeKeywords.has(word)) return this.type(start, at, open);
    if (word === 'record' && this.isName(at + 1) && ['(', '<'].includes(this.text(at + 2))) return this.type(start, at, open);
    if (this.source.ends(open, at)) return at;
    return this.isName(at) || word === '<' ? this.methodOrField(start, at, open) : this.after(at);
  }

  private behindModifiers(start: number): number {
    let index = start;
    for (;;) {
      if (this.text(index) === '@' && this.text(index + 1) !== 'interface') index = this.behindAnnotation(index);
      else if (this.text(index) === 'non' && this.text(index + 1) === '-') index += 3;
      else if (modifiers.has(this.text(index))) index++;
      else return index;
    }
  }

  behindAnnotation(at: number): number {
    let index = at + 2;
    while (this.text(index) === '.') index += 2;
    return this.text(index) === '(' ? this.after(index) : index;
  }

  /** A name that is none, as in a template, stays out. */
  private package(at: number, open: number): number {
    const end = this.behindSemicolon(at, open);
    for (let index = at + 1; index < end - 1; index++) if (!this.isName(index) && this.text(index) !== '.') return end;
    this.keepLine(at, end);
    return end;
  }

  private behindSemicolon(from: number, open: number): number {
    let index = from;
    while (!this.source.ends(open, index) && this.text(index) !== ';' && !(index > from && this.startsAnew(index)))
      index = this.after(index);
    return this.text(index) === ';' ? index + 1 : index;
  }

  private type(start: number, keyword: number, open: number): number {
    if (!this.isName(keyword + 1)) return keyword + 1;
    let index = keyword + 1;
    while (!this.source.ends(open, index) && this.text(index) !== '{' && this.text(index) !== ';' && !this.startsAnew(index)) {
      index = this.after(index);
    }
    if (this.source.ends(open, index) || this.text(index) !== '{') return index;
    // What it extends declares nothing.
    if (this.text(keyword - 1) === '@') {
      this.keepLine(start, keyword);
      this.keepOne(keyword, '');
      this.keepOne(keyword + 1);
    } else this.keepLine(start, keyword + 2);
    if (this.text(keyword) === 'record') this.components(keyword + 2, index);
    this.keepContainer(index, '}', () => this.members(this.text(keyword) === 'enum' ? this.constants(index) : index + 1, index));
    return this.after(index);
  }

  private components(from: number, to: number): void {
    let index = from;
    while (index < to && this.text(index) !== '(') index++;
    if (index < to) this.keep(index, this.after(index));
  }

  /** Enum constants up to the members behind the semicolon; of arguments and bodies only the brackets, for a constant ends with them. */
  private constants(open: number): number {
    let index = open + 1;
    while (!this.source.ends(open, index) && this.text(index) !== ';') {
      const next = this.text(index) === '@' ? this.behindAnnotation(index) : this.after(index);
      if (this.text(index) === '(' || this.text(index) === '{') this.keepBrackets(index);
      else this.keep(index, next);
      index = next;
    }
    if (this.source.ends(open, index)) return index;
    this.keepOne(index);
    return index + 1;
  }

  private methodOrField(start: number, at: number, open: number): number {
    let index = at;
    while (!this.endsHeader(index, open) && !(index > at && this.startsAnew(index))) {
      if (this.startsType(index)) return index;
      index = this.after(index);
    }
    const isBroken = this.source.ends(open, index) || this.startsAnew(index) || this.isLiteral(index);
    const end = this.isLiteral(index) ? this.behindSemicolon(index, open) : index;
    if (isBroken && !this.isDeclared(at, index)) return end;
    const header = headerOf(this, at, index);
    if (header === undefined) return this.text(index) === '{' ? this.after(index) : this.behindSemicolon(index, open);
    this.keepLine(start, at);
    this.keep(header.from, header.to, start < at ? undefined : this.newLine());
    if (isBroken) return this.lacksSemicolon(end);
    if (this.text(index) === '{') {
      this.keepBrackets(index);
      return this.after(index);
    }
    return this.values(index, open);
  }

  /** The keyword of a type, behind something that should be its modifiers. */
  private startsType(index: number): boolean {
    return typeKeywords.has(this.text(index)) && this.isName(index + 1) && this.text(index - 1) !== '.';
  }

  private endsHeader(index: number, open: number): boolean {
    return this.endsDeclaration(index, open) || this.text(index) === '{' || this.text(index) === '=' || this.isLiteral(index);
  }

  /** A value right behind a name: its `=` is lacking. */
  private isLiteral(index: number): boolean {
    return this.source.at(index)?.kind === TokenKind.literal && this.isName(index - 1) && this.text(index - 1) !== 'default';
  }

  /** Whether tokens that nothing ends are a field or method nevertheless, not just a piece of an expression. */
  private isDeclared(from: number, to: number): boolean {
    const last = this.text(to - 1);
    return to > from + 1 && this.text(from + 1) !== '(' && (this.isName(to - 1) || last === ')' || last === ']');
  }

  /** The values of a field's variables, from the first `=` or the semicolon on. */
  private values(from: number, open: number): number {
    let index = from;
    while (!this.source.ends(open, index) && this.text(index) !== ';') {
      if (index > from && this.startsAnew(index)) return this.lacksSemicolon(index);
      const next = this.text(index) === '=' ? this.value(index, open) : index + 1;
      if (next === index + 1) this.keepOne(index);
      index = next;
    }
    if (this.source.ends(open, index)) return this.lacksSemicolon(index);
    this.keepOne(index);
    return index + 1;
  }

  /** Keeps what may be a string constant; makes of any other value the simplest one. */
  private value(sign: number, open: number): number {
    this.keepOne(sign);
    let index = sign + 1;
    while (!this.endsDeclaration(index, open) && this.text(index) !== ',' && !(index > sign + 1 && this.startsAnew(index))) {
      index = this.text(index) === '<' ? this.behindTypeArguments(index) : this.after(index);
    }
    if (this.isConstant(sign + 1, index, expressionWords)) this.keep(sign + 1, index);
    else this.replace(sign + 1, index, '0');
    return index;
  }

  /** The commas in `Map<String, Log>` do not end a value. */
  behindTypeArguments(start: number): number {
    let depth = 0;
    for (let index = start; index < start + longestArguments; index = this.after(index)) {
      const text = this.text(index);
      if (/^[<>?]+$/.test(text)) depth += text.split('<').length - text.split('>').length;
      else if (!this.isName(index) && !['.', ',', '&', '[', '@'].includes(text)) return start + 1;
      if (depth <= 0) return index + 1;
    }
    return start + 1;
  }

  private endsDeclaration(index: number, open: number): boolean {
    return this.source.ends(open, index) || this.text(index) === ';';
  }

  private lacksSemicolon(index: number): number {
    this.draft.insert(';');
    return index;
  }

  /** In a text that lacks a semicolon or a bracket: a line that only a declaration can start with. */
  private startsAnew(index: number): boolean {
    return this.lineEnds(index) > 0 && !modifiers.has(this.text(index - 1)) && startsDeclaration(this.source, index);
  }
}
