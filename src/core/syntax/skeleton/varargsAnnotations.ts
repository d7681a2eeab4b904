import type { Part } from './part';
import { Scanner } from './scanner';
import { TokenKind, type Lexis, type Token } from './token';

/**
 * Where in a parameter list annotations of the dots stand, as in `(int @Positive ... sizes)`: the parser does not know them
 * there, and would take the parameters for none.
 */
export function varargsAnnotations(list: string, lexis: Lexis): Part[] {
  if (!list.includes('...') || !list.includes('@')) return [];
  const tokens = allTokens(list, lexis);
  const found: Part[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const start = tokens[index]?.start ?? 0;
    let behind = index;
    while (tokens[behind]?.text === '@') behind = behindAnnotation(tokens, behind);
    const dots = tokens[behind]?.start ?? list.length;
    if (behind > index && list.startsWith('...', dots)) found.push({ start, end: dots });
    if (behind > index) index = behind - 1;
  }
  return found;
}

function behindAnnotation(tokens: readonly Token[], at: number): number {
  let index = at + 2;
  while (tokens[index]?.text === '.' && tokens[index + 1]?.kind === TokenKind.word) index += 2;
  if (tokens[index]?.text !== '(') return index;
  for (let depth = 0; index < tokens.length; index++) {
    if (tokens[index]?.text === '(') depth++;
    else if (tokens[index]?.text === ')' && --depth === 0) return index + 1;
  }
  return index;
}

function allTokens(text: string, lexis: Lexis): Token[] {
  const tokens: Token[] = [];
  const scanner = new Scanner(text, lexis);
  for (let token = scanner.next(); token !== undefined; token = scanner.next()) tokens.push(token);
  return tokens;
}
