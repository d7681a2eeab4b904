import { TokenKind } from './token';
import type { TokenList } from './tokenList';

/** The form that the grammar takes for a name without backticks. */
const plain = /^[A-Za-z_$][\w$]*$/;
/** The words that are keywords in Scala 3 but names in Scala 2. */
const later = 'as derives end enum erased export extension given infix inline into opaque open then tracked transparent using';
const laterWords = new Set(later.split(' '));
export const laterWord = new RegExp(`\\b(?:${later.replaceAll(' ', '|')})\\b`);
const arrows = new Set(['=>', '\u21d2']);

/** Returns whether the parser takes a word or an operator for something other than the name that it is. */
export function isMisunderstood(name: string): boolean {
  return laterWords.has(name);
}

/**
 * Returns the name that stands for a type in a parameter list, written so that the parser knows it: the README tells the rules.
 * `from` and `to` are indexes of tokens, half-open.
 */
export function nameOfType(tokens: TokenList, from: number, to: number): string {
  const isByName = arrows.has(tokens.text(from)) && to > from + 1;
  const start = isByName ? from + 1 : from;
  const isRepeated = tokens.text(to - 1) === '*' && to > start + 1;
  return `${isByName ? '=> ' : ''}${nameOf(tokens, start, isRepeated ? to - 1 : to)}${isRepeated ? '*' : ''}`;
}

/** Returns the index behind an annotation: `@A`, `@a.B[T](x)(y)`, `@(A)`. */
export function behindAnnotation(tokens: TokenList, at: number): number {
  let index = tokens.text(at + 1) === '(' ? tokens.after(at + 1) : at + 2;
  for (let text = tokens.text(index); ['.', '#', '[', '('].includes(text); text = tokens.text(index)) {
    index = text === '.' || text === '#' ? index + 2 : tokens.after(index);
  }
  return index;
}

function nameOf(tokens: TokenList, start: number, limit: number): string {
  let end = start;
  while (end < limit && tokens.text(end) !== 'forSome') {
    if (arrows.has(tokens.text(end))) return 'Function';
    end = tokens.after(end);
  }
  const operators: number[] = [];
  for (let index = behindCompound(tokens, start, end); index < end; index = behindCompound(tokens, index + 1, end))
    operators.push(index);
  const first = operators[0];
  if (first === undefined) return simpleName(tokens, start, end);
  // All operators associate alike: the outermost stands last, or first where they associate to the right.
  return nameAt(tokens, tokens.text(first).endsWith(':') ? first : (operators.at(-1) ?? first));
}

/** Returns the index behind a compound type as in `A with B { def c: C }`, or before an infix operator. */
function behindCompound(tokens: TokenList, from: number, end: number): number {
  let index = behindSimple(tokens, from);
  while (index < end && (tokens.text(index) === 'with' || tokens.text(index) === '{')) {
    index = tokens.text(index) === '{' ? tokens.after(index) : behindSimple(tokens, index + 1);
  }
  return Math.min(index, end);
}

function behindSimple(tokens: TokenList, from: number): number {
  const isNegative = tokens.text(from) === '-' && tokens.kind(from + 1) === TokenKind.literal;
  let index = isNegative ? from + 2 : tokens.after(from);
  for (;;) {
    const text = tokens.text(index);
    if (text === '.' || text === '#') index += 2;
    else if (text === '[') index = tokens.after(index);
    else if (text === '@') index = behindAnnotation(tokens, index);
    else return index;
  }
}

function simpleName(tokens: TokenList, start: number, end: number): string {
  const isGroup = tokens.text(start) === '(';
  const behind = isGroup ? tokens.after(start) : start + 1;
  let name: string | undefined;
  for (let index = behind; index < end;) {
    const text = tokens.text(index);
    if (text === '.' && tokens.text(index + 1) === 'type')
      return `\`${tokens.all[index - 1]?.text.replaceAll('`', '') ?? ''}.type\``;
    if (text === '.' || text === '#') name = nameAt(tokens, index + 1);
    if (text === '.' || text === '#') index += 2;
    else if (text === '[') index = tokens.after(index);
    else break;
  }
  if (name !== undefined) return name;
  if (tokens.text(start) === '{') return 'AnyRef';
  if (isGroup) return nameOfGroup(tokens, start + 1, behind - 1);
  if (tokens.text(start) === '-')
    return tokens.all
      .slice(start, end)
      .map(({ text }) => text)
      .join('');
  return tokens.kind(start) === TokenKind.literal ? (tokens.all[start]?.text ?? 'T') : nameAt(tokens, start);
}

/** Returns the name of a type in parentheses: `(A)` is `A`, and `(A, B)` is a tuple. */
function nameOfGroup(tokens: TokenList, from: number, to: number): string {
  let index = from;
  while (index < to && tokens.text(index) !== ',') index = tokens.after(index);
  return index < to - 1 ? 'Tuple' : nameOf(tokens, from, index);
}

function nameAt(tokens: TokenList, index: number): string {
  const token = tokens.all[index];
  if (token === undefined || token.kind === TokenKind.open || token.kind === TokenKind.close) return 'T';
  const isPlain = token.kind === TokenKind.quoted || (plain.test(token.text) && !isMisunderstood(token.text));
  return isPlain ? token.text : `\`${token.text}\``;
}
