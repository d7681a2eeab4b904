import { createSkeleton, type Skeleton, type SkeletonLanguage } from './createSkeleton';
import { headOf } from './javaHead';
import { expressionWords, lexis, modifiers, startsDeclaration, typeKeywords } from './javaWords';
import { JavaNames } from './javaNames';
import { TokenKind } from './token';
import { outermost } from './walker';

/**
 * Returns the parts of a Java text that declare something, without the bodies of methods, the values of fields, imports and
 * comments. It is a third as long, so it is parsed much faster, and hardly anything is left that the parser could misunderstand.
 */
export function javaSkeleton(text: string): Skeleton {
  return createSkeleton(text, java);
}

const java: SkeletonLanguage = {
  lexis,
  startsDeclaration,
  walk: (text, source) => {
    const walker = new JavaWalker(text, source);
    walker.members(0, outermost);
    return walker.draft.finish();
  },
};

class JavaWalker extends JavaNames {
  /** Keeps the declarations of a file, or those between the braces of a type. */
  members(from: number, open: number): void {
    let index = from;
    while (!this.source.ends(open, index)) index = Math.max(this.member(index, open), index + 1);
  }

  private member(start: number, open: number): number {
    const at = this.behindModifiers(start);
    const word = this.text(at);
    if (word === 'package') return this.package(at, open);
    if (word === '{' && this.source.isRepaired && this.startsAnew(at + 1)) return at + 1;
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

  /** Keeps a package clause; a name that is not a legal one, as in a template, is left out. */
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
    // The types that it extends declare nothing.
    const isAnnotation = this.text(keyword - 1) === '@';
    const separator = this.keepModifiers(start, isAnnotation ? keyword - 1 : keyword);
    if (isAnnotation) this.keepOne(keyword - 1, separator);
    this.keepOne(keyword, isAnnotation ? '' : separator);
    this.keep(keyword + 1, keyword + 2);
    if (this.text(keyword) === 'record') this.components(keyword + 2, index);
    this.keepContainer(index, '}', () => this.members(this.text(keyword) === 'enum' ? this.constants(index) : index + 1, index));
    return this.after(index);
  }

  private components(from: number, to: number): void {
    const index = this.text(from) === '<' ? this.behindTypeArguments(from) : from;
    if (index < to) this.keep(index, this.after(index));
  }

  /**
   * Keeps enum constants up to the members behind the semicolon. Of arguments and bodies it keeps only the brackets, because a
   * constant ends with them.
   */
  private constants(open: number): number {
    let index = open + 1;
    let separator: string | undefined;
    while (!this.source.ends(open, index) && this.text(index) !== ';') {
      const next = this.text(index) === '@' ? this.behindAnnotation(index) : this.after(index);
      if (this.text(index) === '(' || this.text(index) === '{') this.keepBrackets(index);
      else if (this.text(index) !== '@') this.keep(index, next, separator);
      separator = this.text(index) === '@' ? this.keepModifiers(index, next) : undefined;
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
    const header = headOf(this, at, index);
    if (header === undefined) return this.text(index) === '{' ? this.after(index) : this.behindSemicolon(index, open);
    this.keepTypes(header.from, header.to, this.keepModifiers(start, at));
    if (isBroken) return this.lacksSemicolon(end);
    if (this.text(index) === 'default') return this.defaultValue(index, open);
    if (this.text(index) === '{') {
      this.keepBrackets(index);
      return this.after(index);
    }
    return this.values(index, open);
  }

  /** Leaves out the default value of an annotation's element, because it declares nothing. */
  private defaultValue(from: number, open: number): number {
    const end = this.behindSemicolon(from, open);
    if (this.text(end - 1) === ';') this.keepOne(end - 1);
    else this.draft.insert(';');
    return end;
  }

  /** Returns whether the keyword of a type stands here, behind something that should be its modifiers. */
  private startsType(index: number): boolean {
    return typeKeywords.has(this.text(index)) && this.isName(index + 1) && this.text(index - 1) !== '.';
  }

  private endsHeader(index: number, open: number): boolean {
    const endsHeader = ['{', '=', 'default'].includes(this.text(index));
    return endsHeader || this.endsDeclaration(index, open) || this.isLiteral(index);
  }

  /** Returns whether a value stands right behind a name, so that its `=` is lacking. */
  private isLiteral(index: number): boolean {
    return this.source.at(index)?.kind === TokenKind.literal && this.isName(index - 1);
  }

  /** Returns whether tokens that nothing ends are nevertheless a field or method, not just a piece of an expression. */
  private isDeclared(from: number, to: number): boolean {
    const last = this.text(to - 1);
    return to > from + 1 && this.text(from + 1) !== '(' && (this.isName(to - 1) || last === ')' || last === ']');
  }

  /** Walks through the values of a field's variables, from the first `=` or the semicolon on. */
  private values(from: number, open: number): number {
    let index = from;
    while (!this.source.ends(open, index) && this.text(index) !== ';') {
      if (index > from && this.startsAnew(index)) return this.lacksSemicolon(index);
      let next = this.after(index);
      if (this.text(index) === '=') next = this.value(index, open);
      else if (this.text(index) === '@') next = this.behindAnnotation(index);
      else this.keep(index, next);
      index = next;
    }
    if (this.source.ends(open, index)) return this.lacksSemicolon(index);
    this.keepOne(index);
    return index + 1;
  }

  /** Keeps a value that may be a string constant, and replaces any other value by the simplest one. */
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

  private endsDeclaration(index: number, open: number): boolean {
    return this.source.ends(open, index) || this.text(index) === ';';
  }

  private lacksSemicolon(index: number): number {
    this.draft.insert(';');
    return index;
  }

  /**
   * Returns whether a line begins here that only a declaration can start with, as happens in a text that lacks a semicolon or a
   * bracket.
   */
  private startsAnew(index: number): boolean {
    return this.lineEnds(index) > 0 && !modifiers.has(this.text(index - 1)) && startsDeclaration(this.source, index);
  }
}
