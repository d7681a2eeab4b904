import { pairBrackets } from './brackets';
import { tokenize, type Token } from './tokens';
import { Walker } from './walker';

const modifiers = new Set(
  'public protected private abstract static final strictfp default synchronized native transient volatile sealed'.split(' '),
);
/** Modifiers that no statement in a method begins with. */
const accessModifiers = new Set(['public', 'protected', 'private']);
const typeKeywords = new Set(['class', 'interface', 'enum']);

/**
 * A Java text without everything that is no declaration: bodies of methods, initialisers in braces, imports, comments.
 * What is left stands where it stood, and is so simple that the parser understands it.
 */
export function javaSkeleton(text: string): string {
  const tokens = tokenize(text, 'java');
  const walker = new JavaWalker(
    text,
    tokens,
    pairBrackets(tokens, (index) => startsDeclaration(tokens, index)),
  );
  walker.members(0, tokens.length);
  return walker.draft.toString();
}

/** Whether a token, first on its line, can only be the start of a declaration. */
function startsDeclaration(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  return (
    accessModifiers.has(token.text) ||
    typeKeywords.has(token.text) ||
    (token.text === '@' && tokens[index + 1]?.text === 'Override')
  );
}

class JavaWalker extends Walker {
  /** The declarations of a file, or between the braces of a type. */
  members(from: number, to: number): void {
    let index = from;
    while (index < to) index = Math.max(this.member(index, to), index + 1);
  }

  private member(start: number, to: number): number {
    const at = this.behindModifiers(start);
    const word = this.text(at);
    if (word === 'package') return this.package(at, to);
    if (word === 'import') return this.behindSemicolon(at, to);
    if (word === '@' && this.text(at + 1) === 'interface') return this.type(start, at + 1, to);
    if (typeKeywords.has(word)) return this.type(start, at, to);
    if (word === 'record' && this.isName(at + 1) && ['(', '<'].includes(this.text(at + 2))) return this.type(start, at, to);
    if (word === '{') return this.after(at);
    if (!this.isName(at) && word !== '<' && word !== '@') return at + 1;
    return this.methodOrField(start, at, to);
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

  private behindAnnotation(at: number): number {
    let index = at + 2;
    while (this.text(index) === '.') index += 2;
    return this.text(index) === '(' ? this.after(index) : index;
  }

  /** A name that is none, as in a template, stays out. */
  private package(at: number, to: number): number {
    const end = this.behindSemicolon(at, to);
    const isName = this.tokens.slice(at + 1, end - 1).every(({ kind, text }) => kind === 'word' || text === '.');
    if (isName) this.keep(at, end);
    return end;
  }

  private behindSemicolon(from: number, to: number): number {
    let index = from;
    while (index < to && this.text(index) !== ';' && !(index > from && this.startsAnew(index))) index = this.after(index);
    return this.text(index) === ';' ? index + 1 : index;
  }

  private type(start: number, keyword: number, to: number): number {
    let index = keyword + 1;
    while (index < to && this.text(index) !== '{' && this.text(index) !== ';' && !this.startsAnew(index))
      index = this.after(index);
    if (this.text(index) !== '{' || index >= to) return index;
    this.keep(start, index);
    this.keepOne(index);
    const end = Math.min(this.brackets.end[index] ?? to, to);
    this.members(this.text(keyword) === 'enum' ? this.constants(index + 1, end) : index + 1, end);
    this.closeBraces(index);
    return this.after(index);
  }

  /** Enum constants without arguments and bodies, up to the members behind the semicolon. */
  private constants(from: number, to: number): number {
    let index = from;
    while (index < to && this.text(index) !== ';') {
      const next = this.after(index);
      const isLeftOut = this.text(index) === '(' || this.text(index) === '{';
      if (!isLeftOut && !this.brackets.stray.has(index)) this.keep(index, next);
      index = next;
    }
    if (index < to) this.keepOne(index);
    return index + 1;
  }

  private methodOrField(start: number, at: number, to: number): number {
    let index = at;
    while (index < to && ![';', '{', '='].includes(this.text(index)) && !(index > at && this.startsAnew(index))) {
      index = this.after(index);
    }
    if (this.text(index) === '{' && index < to) {
      this.keep(start, this.after(index));
      if (!this.brackets.isClosed(index)) this.closeBraces(index);
      return this.after(index);
    }
    const end = this.behindSemicolon(index, to);
    this.keep(start, end);
    if (this.text(end - 1) !== ';') this.draft.insert(';', this.startOf(end));
    return end;
  }

  /** In a text that lacks a semicolon or a bracket: a line that only a declaration can start with. */
  private startsAnew(index: number): boolean {
    const token = this.tokens[index];
    return token?.startsLine === true && !modifiers.has(this.text(index - 1)) && startsDeclaration(this.tokens, index);
  }
}
