import { createSkeleton, type Skeleton, type SkeletonLanguage } from './createSkeleton';
import { ScalaNames } from './scalaNames';
import {
  continuing,
  declaring,
  isNamed,
  keywords,
  lexis,
  modifiers,
  startsDeclaration,
  startsNoOperand,
  typeKeywords,
  unfinished,
} from './scalaWords';
import { TokenKind, type Token } from './token';
import { outermost } from './walker';

/**
 * Returns the parts of a Scala text that declare something, without expressions, the bodies of methods, imports and comments. It
 * is a third as long, so it is parsed much faster, and hardly anything is left that the parser could misunderstand.
 */
export function scalaSkeleton(text: string): Skeleton {
  return createSkeleton(text, scala);
}

const scala: SkeletonLanguage = {
  lexis,
  startsDeclaration,
  walk: (text, source) => {
    const walker = new ScalaWalker(text, source);
    walker.statements(0, outermost);
    return { ...walker.draft.finish(), hasIndentation: walker.hasIndentation };
  },
};

/** The words that may stand behind `end` besides a name: the reference of Scala 3, "Optional Braces". */
const endMarked = new Set('if while for match try new this given val extension'.split(' '));

class ScalaWalker extends ScalaNames {
  hasIndentation = false;
  /** Whether the statement before this one is a declaration. */
  private hasDeclared = false;

  /** Walks through the statements of a file, or those between the braces of a container. */
  statements(from: number, open: number): void {
    let index = from;
    while (!this.source.ends(open, index)) {
      if (this.text(index) === ';') this.semicolon(index++);
      else index = Math.max(this.statement(index, open), index + 1);
    }
  }

  /** Keeps a semicolon only behind a declaration: every other one costs the parser more than the one before. */
  private semicolon(index: number): void {
    if (this.hasDeclared) this.keepOne(index);
    this.hasDeclared = false;
  }

  private statement(start: number, open: number): number {
    const at = this.behindModifiers(start);
    const [word, next] = [this.text(at), this.text(at + 1)];
    if (word === 'package' && next === 'object') return this.type(start, at + 1, open);
    // A keyword may be followed by nothing that it could declare: then the next keyword begins anew.
    if (keywords.has(word) && (keywords.has(next) || (typeKeywords.has(word) && !isNamed(this.source, at)))) return at + 1;
    this.hasDeclared = keywords.has(word);
    switch (word) {
      case 'package':
        return this.package(at);
      case 'class':
      case 'trait':
      case 'object':
        return this.type(start, at, open);
      case 'def':
        return this.method(start, at, open);
      case 'val':
      case 'var':
      case 'type':
        return this.value(start, at, open);
      default:
        return this.expression(at, open);
    }
  }

  /**
   * Returns the index behind a statement that declares nothing, or before a declaration with something else in place of its
   * modifiers.
   */
  private expression(from: number, open: number): number {
    let index = from;
    if (this.startsIndented(from)) this.hasIndentation = true;
    while (!this.endsStatement(index, from, open)) {
      if (index > from && this.isDeclaration(index)) return index;
      index = this.after(index);
    }
    return index;
  }

  /** Returns whether a statement exists only in Scala 3 and ends with its indentation: `end Log`, `given Ordering[Log] with`. */
  private startsIndented(index: number): boolean {
    if ((index > 0 && this.lineEnds(index) === 0) || this.lineEnds(index + 1) > 0) return false;
    const word = this.text(index);
    if (word === 'end') return endMarked.has(this.text(index + 1)) || (this.isName(index + 1) && this.lineEnds(index + 2) > 0);
    return (word === 'enum' && this.isName(index + 1)) || (word === 'extension' && this.text(index + 1) === '(');
  }

  private isDeclaration(index: number): boolean {
    const word = this.text(index);
    return declaring.has(word) && this.text(index - 1) !== '.' && (!typeKeywords.has(word) || isNamed(this.source, index));
  }

  /**
   * Returns whether a token behind an infix operator goes on with the operator's expression: one line end may stand between them.
   */
  private isOperand({ kind, text, lineEnds }: Token): boolean {
    if (lineEnds > 1 || kind === TokenKind.separator) return false;
    return kind === TokenKind.word ? !startsNoOperand.has(text) : text !== '@';
  }

  /**
   * Keeps modifiers, and for each annotation only a mark that it is there. Returns the separator between them and the text that
   * follows.
   */
  private keepModifiers(from: number, to: number): string | undefined {
    let separator: string | undefined = this.newLine();
    for (let index = from; index < to;) {
      const next = this.text(index) === '@' ? this.behindAnnotation(index) : this.after(index);
      if (this.text(index) === '@') this.replace(index, next, '@A', separator);
      else this.keep(index, next, separator);
      separator = this.text(index) === '@' ? ' ' : undefined;
      index = next;
    }
    return separator;
  }

  /** Returns the index behind annotations, modifiers, and the `case` of a class or object. */
  private behindModifiers(start: number): number {
    let index = start;
    for (;;) {
      const word = this.text(index);
      if (word === '@') index = this.behindAnnotation(index);
      else if (modifiers.has(word)) index = this.text(index + 1) === '[' ? this.after(index + 1) : index + 1;
      else if (word === 'case' && typeKeywords.has(this.text(index + 1))) index++;
      else return index;
    }
  }

  private behindAnnotation(at: number): number {
    let index = this.text(at + 1) === '(' ? this.after(at + 1) : this.behindName(at + 1);
    while (this.lineEnds(index) === 0 && (this.text(index) === '(' || this.text(index) === '[')) index = this.after(index);
    return index;
  }

  private behindName(start: number): number {
    let index = start + 1;
    while (this.text(index) === '.' || this.text(index) === '#') index += 2;
    return index;
  }

  private package(at: number): number {
    const index = this.behindName(at + 1);
    this.keepLine(at, index);
    return this.text(index) === '{' ? this.container(index) : index;
  }

  /** Keeps the braces and the declarations between them. Returns the index behind them. */
  private container(open: number, early?: number): number {
    this.keepContainer(open, '};', () => {
      if (early !== undefined) this.statements(early + 1, early);
      this.statements(this.behindSelfType(open), open);
    });
    return this.after(open);
  }

  /** Returns the index behind a self type as in `{ self: Log =>`, because its names declare nothing. */
  private behindSelfType(open: number): number {
    const from = open + 1;
    if (!this.isName(from) || startsDeclaration(this.source, from)) return from;
    if (this.text(from + 1) === '=>') return from + 2;
    if (this.text(from + 1) !== ':') return from;
    for (let index = from + 2; !this.source.ends(open, index) && !this.startsStatement(index); index = this.after(index)) {
      if (this.text(index) === '=>') return index + 1;
    }
    return from;
  }

  private type(start: number, keyword: number, open: number): number {
    let index = this.text(keyword + 2) === '[' ? this.after(keyword + 2) : keyword + 2;
    this.keep(keyword, index, this.keepModifiers(start, keyword));
    const parameters = this.behindConstructorAnnotations(index);
    index = this.behindParameters(parameters, open);
    this.keep(parameters, index);
    // The types that it extends declare nothing, but they are a part of it.
    const extended = index;
    let early: number | undefined;
    for (; !this.source.ends(open, index) && !this.endsHeader(index); index = this.after(index)) {
      // No header of Scala 2 has a colon: in Scala 3 the indented lines behind it are the body.
      if (this.text(index) === ':' && this.lineEnds(index + 1) > 0) this.hasIndentation = true;
      if (this.text(index) !== '{') continue;
      if (!this.isEarly(index)) break;
      early = index;
    }
    const hasBody = !this.source.ends(open, index) && this.text(index) === '{' && this.lineEnds(index) < 2;
    if (hasBody) return this.container(index, early);
    if (extended < index) this.replace(extended, index, 'extends T');
    if (early !== undefined) this.onlyEarly(early);
    return index;
  }

  /** Returns the index behind a constructor's modifiers and parameters as in `private[log] (dir: File)(implicit time: Time)`. */
  private behindParameters(from: number, open: number): number {
    let index = from;
    while (!this.source.ends(open, index)) {
      const opens = this.text(index) === '(' && this.lineEnds(index) < 2;
      const isAccess = this.text(index) === 'private' || this.text(index) === 'protected';
      const isScope = this.text(index) === '[' && index > from && modifiers.has(this.text(index - 1));
      if (!opens && !isScope && !(isAccess && this.lineEnds(index) === 0)) break;
      index = this.after(index);
    }
    return index;
  }

  private onlyEarly(early: number): void {
    this.draft.insert(' {');
    this.statements(early + 1, early);
    this.draft.insert('}');
  }

  /**
   * Returns the index behind the annotations of a constructor as in `class Log @Inject() (dir: File)`, where the parser would
   * take the parameters for more arguments.
   */
  private behindConstructorAnnotations(from: number): number {
    let index = from;
    while (this.text(index) === '@' && this.lineEnds(index) === 0) {
      index = this.behindName(index + 1);
      if (this.text(index) === '[') index = this.after(index);
      const isAdjacent = this.source.at(index)?.start === this.source.at(index - 1)?.end;
      if (this.text(index) === '(' && (isAdjacent || !this.startsParameters(index))) index = this.after(index);
    }
    return index;
  }

  /** Returns whether the tokens that follow a bracket can only be parameters. */
  private startsParameters(open: number): boolean {
    const [first, second] = [this.text(open + 1), this.text(open + 2)];
    return second === ':' || first === '@' || first === 'val' || first === 'var' || modifiers.has(first);
  }

  /**
   * Returns whether a brace holds members before all others, as in `extends { val size = 1 } with Log`, which the parser does not
   * know.
   */
  private isEarly(brace: number): boolean {
    if (this.text(brace - 1) !== 'extends') return false;
    // The contents must be read first, else they are stepped over for good.
    this.source.at(brace + 1);
    return this.text(this.after(brace)) === 'with';
  }

  /** Returns whether a token ends the header of a type; the header goes on where the next line begins with a bracket. */
  private endsHeader(index: number): boolean {
    const opens = this.text(index) === '{' || this.text(index) === '(';
    return this.text(index) === ';' || (opens ? this.lineEnds(index) > 1 : this.startsStatement(index));
  }

  private method(start: number, keyword: number, open: number): number {
    let index = keyword + 2;
    while (this.text(index) === '[' || (this.text(index) === '(' && this.lineEnds(index) < 2)) index = this.after(index);
    const result = index;
    const hasType = this.text(index) === ':';
    let lastKept: number | undefined;
    for (; !this.isEnd(index, open) && this.text(index) !== '=' && !this.isBody(index); index = this.after(index)) {
      // No result type goes on like this, so a bracket is lacking.
      if (this.text(index) === ',' || this.source.isStray(index)) lastKept ??= index;
    }
    this.keep(keyword, result, this.keepModifiers(start, keyword));
    if (hasType && (lastKept ?? index) > result) {
      this.keepOne(result);
      this.keepType(result + 1, lastKept ?? index);
    } else this.keep(result, lastKept ?? index);
    if (!this.source.ends(open, index)) {
      if (this.text(index) === '=') return this.rightSide(index, open, '0');
      if (this.text(index) === '{' && this.lineEnds(index) < 2) {
        this.keepBrackets(index);
        return this.after(index);
      }
    }
    return this.endDeclaration(index);
  }

  /** Ends a declaration without a right side, because the parser would take the next declaration for a part of it. */
  private endDeclaration(index: number): number {
    this.draft.insert(';');
    this.hasDeclared = false;
    return index;
  }

  /** Returns whether a brace begins the body, not a refinement of the result type. */
  private isBody(index: number): boolean {
    return this.text(index) === '{' && this.text(this.after(index)) !== '=';
  }

  private isEnd(index: number, open: number): boolean {
    return this.source.ends(open, index) || this.text(index) === ';' || this.startsStatement(index);
  }

  private value(start: number, keyword: number, open: number): number {
    let index = keyword + 1;
    while (!this.isEnd(index, open) && this.text(index) !== '=') index = this.after(index);
    this.keep(keyword, keyword + 1, this.keepModifiers(start, keyword));
    const hasRightSide = !this.source.ends(open, index) && this.text(index) === '=';
    if (this.text(keyword) === 'type') this.typeAlias(keyword + 1, index, hasRightSide);
    else this.names(keyword + 1, index);
    if (!hasRightSide) return this.endDeclaration(index);
    return this.rightSide(index, open, this.text(keyword) === 'type' ? 'T' : '0');
  }

  /**
   * Keeps the name of a type alias. Its bounds tell nothing: where it has nothing else, only a mark is kept that there are some.
   */
  private typeAlias(from: number, to: number, hasRightSide: boolean): void {
    const bounds = this.text(from + 1) === '[' ? this.after(from + 1) : from + 1;
    this.keep(from, Math.min(bounds, to));
    if (!hasRightSide && bounds < to) this.replace(bounds, to, '<: T');
  }

  /** Keeps the names that a `val` or `var` declares, and their type. */
  private names(from: number, to: number): void {
    let index = from;
    while (this.text(index + 1) === ',' && this.isPlainName(index)) index += 2;
    const isPattern = !this.isPlainName(index) || (index + 1 < to && this.text(index + 1) !== ':');
    if (isPattern) return this.keepPattern(from, to);
    const type = Math.min(index + 1, to);
    if (type === from + 1) this.keep(from, type);
    else this.keepNames(from, type);
    if (type >= to) return;
    this.keepOne(type);
    this.keepType(type + 1, to);
  }

  /** Keeps an expression that may be a string constant, and replaces any other expression by the simplest one. */
  private rightSide(sign: number, open: number, simplest: string): number {
    this.keepOne(sign);
    const end = this.endOfStatement(sign + 1, open);
    if (simplest === '0' && this.isConstant(sign + 1, end, unfinished)) this.keepExpression(sign + 1, end);
    else this.replace(sign + 1, end, simplest);
    return end;
  }

  /** Returns the index of the token behind a statement. */
  private endOfStatement(from: number, open: number): number {
    let index = from;
    while (!this.endsStatement(index, from, open)) index = this.after(index);
    return index;
  }

  private endsStatement(index: number, from: number, open: number): boolean {
    return this.source.ends(open, index) || this.text(index) === ';' || (index > from && this.startsStatement(index));
  }

  /** Returns whether a line end before this token ends a statement. */
  private startsStatement(index: number): boolean {
    const token = this.source.at(index);
    const before = this.source.at(index - 1);
    if (token === undefined || before === undefined) return true;
    if (token.lineEnds === 0) return false;
    if (startsDeclaration(this.source, index) && !modifiers.has(before.text) && !(before.text === '.' && token.text === 'type'))
      return true;
    if (token.kind !== TokenKind.literal && (continuing.has(token.text) || (token.text === '{' && token.lineEnds === 1)))
      return false;
    if (before.text === ',' || before.text === '.') return false;
    if (before.kind === TokenKind.operator) return !unfinished.has(before.text) && !this.isOperand(token);
    return before.kind !== TokenKind.word || !unfinished.has(before.text);
  }
}
