import { pairBrackets } from './brackets';
import { tokenize, type Token } from './tokens';
import { Walker } from './walker';

const modifiers = new Set(['private', 'protected', 'override', 'final', 'implicit', 'lazy', 'sealed', 'abstract']);
const keywords = new Set(['def', 'val', 'var', 'type', 'class', 'object', 'trait', 'package', 'import']);
const typeKeywords = new Set(['class', 'object', 'trait']);
/** Words and signs that no statement can begin with, from the Scala Language Specification, 1.2. */
const continuing = new Set('catch else extends finally forSome match with yield , . ; : = => <- <: <% >: # [ ) ] }'.split(' '));
/** Words that no statement can end with. */
const unfinished = new Set(
  'abstract case catch class def do else extends final finally for forSome if implicit import lazy match new object override package private protected sealed super throw trait try val var while with yield'.split(
    ' ',
  ),
);

/**
 * A Scala text without everything that is no declaration: expressions, bodies of methods, imports, comments.
 * What is left stands where it stood, and is so simple that the parser understands it.
 */
export function scalaSkeleton(text: string): string {
  const tokens = tokenize(text, 'scala');
  const walker = new ScalaWalker(
    text,
    tokens,
    pairBrackets(tokens, (index) => startsDeclaration(tokens, index)),
  );
  walker.statements(0, tokens.length);
  return walker.draft.toString();
}

/** Whether a token, first on its line, can only be the start of a declaration. */
function startsDeclaration(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== 'word') return false;
  if (token.text === 'case') return typeKeywords.has(tokens[index + 1]?.text ?? '');
  return keywords.has(token.text) || modifiers.has(token.text);
}

class ScalaWalker extends Walker {
  /** The statements of a file, or between the braces of a container. */
  statements(from: number, to: number): void {
    let index = this.selfType(from, to);
    while (index < to) {
      if (this.text(index) === ';') this.keepOne(index++);
      else index = Math.max(this.statement(index, to), index + 1);
    }
  }

  /** `self: Log =>`: stays out. */
  private selfType(from: number, to: number): number {
    if (!this.isName(from) || keywords.has(this.text(from))) return from;
    if (this.text(from + 1) === '=>') return from + 2;
    if (this.text(from + 1) !== ':') return from;
    for (let index = from + 2; index < to && !this.startsStatement(index); index = this.after(index)) {
      if (this.text(index) === '=>') return index + 1;
    }
    return from;
  }

  private statement(start: number, to: number): number {
    const at = this.behindModifiers(start);
    const keyword = this.text(at);
    switch (keyword) {
      case 'package':
        return this.text(at + 1) === 'object' ? this.type(start, at + 1, to) : this.package(at, to);
      case 'class':
      case 'trait':
      case 'object':
        return this.type(start, at, to);
      case 'def':
        return this.method(start, at, to);
      case 'val':
      case 'var':
      case 'type':
        return this.value(start, at, to);
      default:
        return this.endOfStatement(at, to);
    }
  }

  /** Annotations, modifiers, and `case` of a class or object. */
  private behindModifiers(start: number): number {
    let index = start;
    for (;;) {
      const word = this.text(index);
      if (word === '@') index = this.behindAnnotation(index);
      else if (modifiers.has(word)) index += this.text(index + 1) === '[' ? this.after(index + 1) - index : 1;
      else if (word === 'case' && typeKeywords.has(this.text(index + 1))) index++;
      else return index;
    }
  }

  private behindAnnotation(at: number): number {
    let index = at + 2;
    while (this.text(index) === '.') index += 2;
    while ((this.text(index) === '(' || this.text(index) === '[') && this.lineEnds(index) === 0) index = this.after(index);
    return index;
  }

  private package(at: number, to: number): number {
    let index = at + 2;
    while (this.text(index) === '.') index += 2;
    this.keep(at, index);
    return this.text(index) === '{' ? this.container(index, to) : index;
  }

  /** Keeps the braces, and of what stands between them the declarations. */
  private container(open: number, to: number): number {
    this.keepOne(open);
    const end = Math.min(this.brackets.end[open] ?? to, to);
    this.statements(open + 1, end);
    this.closeBraces(open);
    if (!this.brackets.isClosed(open)) this.draft.insert(';', this.startOf(end));
    return this.after(open);
  }

  private type(start: number, keyword: number, to: number): number {
    let index = keyword + 2;
    while (index < to && !this.endsHeader(index)) {
      const isEarly = this.text(index) === '{' && this.text(index - 1) === 'extends' && this.text(this.after(index)) === 'with';
      if (this.text(index) === '{' && !isEarly) break;
      index = this.after(index);
    }
    this.keep(start, index);
    return this.text(index) === '{' && index < to ? this.container(index, to) : index;
  }

  /** The header of a type goes on where a line begins with a bracket, right below. */
  private endsHeader(index: number): boolean {
    const opens = this.text(index) === '{' || this.text(index) === '(';
    return this.text(index) === ';' || (opens ? this.lineEnds(index) > 1 : this.startsStatement(index));
  }

  private method(start: number, keyword: number, to: number): number {
    let index = keyword + 2;
    while (index < to && (this.text(index) === '[' || (this.text(index) === '(' && this.lineEnds(index) < 2)))
      index = this.after(index);
    const hasType = this.text(index) === ':';
    while (index < to && !this.isEnd(index) && this.text(index) !== '=' && !this.isBody(index)) index = this.after(index);
    this.keep(start, index);
    if (this.text(index) === '=' && index < to) return this.rightSide(index, to);
    if (this.text(index) === '{' && index < to && this.lineEnds(index) < 2) {
      this.keepBraces(index);
      return this.after(index);
    }
    // Without a result type the parser takes the next declaration for a part of this one.
    if (!hasType) this.draft.insert(';', this.startOf(index));
    return index;
  }

  /** A brace that is not a refinement of the result type. */
  private isBody(index: number): boolean {
    return this.text(index) === '{' && this.text(this.after(index)) !== '=';
  }

  private isEnd(index: number): boolean {
    return this.text(index) === ';' || this.startsStatement(index);
  }

  private value(start: number, keyword: number, to: number): number {
    let index = keyword + 1;
    while (index < to && !this.isEnd(index) && this.text(index) !== '=') index = this.after(index);
    this.keep(start, index);
    if (this.text(index) !== '=' || index >= to) return index;
    return this.rightSide(index, to, this.text(keyword) === 'type' ? 'T' : '0');
  }

  /** Keeps a string constant; makes of any other expression the simplest one. */
  private rightSide(sign: number, to: number, simplest = '0'): number {
    this.keepOne(sign);
    const end = this.endOfStatement(sign + 1, to);
    if (this.isStringConstant(sign + 1, end)) this.keep(sign + 1, end);
    else if (end > sign + 1) {
      this.draft.flatten(this.endOf(sign), this.endOf(end - 1));
      this.draft.put(this.endOf(end - 1) - 1, simplest);
    } else this.draft.insert(simplest, this.startOf(end));
    return end;
  }

  private isStringConstant(from: number, to: number): boolean {
    const tokens = this.tokens.slice(from, to);
    return (
      tokens.some(({ text }) => text.startsWith('"')) &&
      tokens.every(
        ({ kind, text }) => kind === 'literal' || (kind === 'word' && !unfinished.has(text)) || text === '+' || text === '.',
      )
    );
  }

  /** The index of the token behind a statement. */
  private endOfStatement(from: number, to: number): number {
    let index = from;
    while (index < to) {
      if (this.text(index) === ';') return index;
      if (index > from && this.startsStatement(index)) return index;
      index = this.after(index);
    }
    return Math.min(index, to);
  }

  /** Whether a line end before this token ends a statement. */
  private startsStatement(index: number): boolean {
    const token = this.tokens[index];
    const before = this.tokens[index - 1];
    if (token === undefined || before === undefined) return true;
    if (token.lineEnds === 0) return false;
    if (startsDeclaration(this.tokens, index) && !modifiers.has(before.text) && before.text !== '.') return true;
    if (token.kind !== 'literal' && (continuing.has(token.text) || (token.text === '{' && token.lineEnds === 1))) return false;
    if (before.kind === 'operator') return false;
    return !(before.kind === 'word' && unfinished.has(before.text)) && before.text !== ',' && before.text !== '.';
  }

  private lineEnds(index: number): number {
    return this.tokens[index]?.lineEnds ?? 0;
  }
}
