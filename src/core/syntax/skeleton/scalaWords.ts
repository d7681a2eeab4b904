import { TokenKind, type Lexis } from './token';
import type { TokenSource } from './tokenSource';

export const lexis: Lexis = {
  hasNestedComments: true,
  hasBackticks: true,
  hasInterpolation: true,
  hasEscapesInLongStrings: false,
  hasMixedNames: true,
  hasXml: true,
  hasSymbols: true,
  endsStatements: false,
};

export const modifiers = new Set(['private', 'protected', 'override', 'final', 'implicit', 'lazy', 'sealed', 'abstract']);
export const keywords = new Set(['def', 'val', 'var', 'type', 'class', 'object', 'trait', 'package', 'import']);
/** The keywords that stand in no expression outside of its brackets. */
export const declaring = new Set(['def', 'val', 'var', 'class', 'object', 'trait']);
export const typeKeywords = new Set(['class', 'object', 'trait']);
/** The words and signs that no statement can begin with, from the Scala Language Specification, 1.2. */
export const continuing = new Set(
  'catch else extends finally forSome match with yield , . ; : = => <- <: <% >: # [ ) ] }'.split(' '),
);
/** The keywords that begin a statement but no operand of an infix operator, from the same specification, 6.12. */
export const startsNoOperand = new Set('case do for if import return throw try while'.split(' '));
/** The words and signs that no statement can end with. */
export const unfinished = new Set(
  (
    ': = => <- <: <% >: # @ abstract case catch class def do else extends final finally for forSome if implicit import lazy match new object override ' +
    'package private protected sealed super throw trait try val var while with yield'
  ).split(' '),
);

/** Returns whether a token that is the first on its line can only be the start of a declaration. */
export function startsDeclaration(source: Pick<TokenSource, 'at'>, index: number): boolean {
  const token = source.at(index);
  if (token?.kind !== TokenKind.word) return false;
  if (token.text === 'case') return typeKeywords.has(source.at(index + 1)?.text ?? '');
  if (typeKeywords.has(token.text)) return isNamed(source, index);
  return keywords.has(token.text) || modifiers.has(token.text);
}

/** Returns whether a name stands behind a keyword: `class="wide"` in XML declares nothing. */
export function isNamed(source: Pick<TokenSource, 'at'>, keyword: number): boolean {
  const name = source.at(keyword + 1);
  if (name?.kind === TokenKind.operator) return !continuing.has(name.text) && name.text !== '@';
  return name?.kind === TokenKind.quoted || (name?.kind === TokenKind.word && !keywords.has(name.text));
}
