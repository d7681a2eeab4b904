import type { Lexis } from './token';
import type { TokenSource } from './tokenSource';

export const lexis: Lexis = {
  hasNestedComments: false,
  hasBackticks: false,
  hasInterpolation: false,
  hasEscapesInLongStrings: true,
  hasMixedNames: false,
  hasXml: false,
  hasSymbols: false,
  endsStatements: true,
};

export const modifiers = new Set(
  'public protected private abstract static final strictfp default synchronized native transient volatile sealed'.split(' '),
);
/** The modifiers that no statement in a method begins with. */
const accessModifiers = new Set(['public', 'protected', 'private']);
export const typeKeywords = new Set(['class', 'interface', 'enum']);
/** The words that, at the start of a line, begin only a declaration. */
const lineKeywords = new Set([...typeKeywords, 'import', 'package']);
export const expressionWords = new Set(['new', 'switch', 'instanceof']);

/** Returns whether a token that is the first on its line can only be the start of a declaration. */
export function startsDeclaration(source: Pick<TokenSource, 'at'>, index: number): boolean {
  const text = source.at(index)?.text ?? '';
  return accessModifiers.has(text) || lineKeywords.has(text) || (text === '@' && source.at(index + 1)?.text === 'Override');
}
