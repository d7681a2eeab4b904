import type { FileOutline, SourceSymbol } from '../../src/core/symbols/symbol';
import type { Placed, Specimen } from './corpus';
import type { Mutated } from './mutation';

/**
 * The place of a mutation. `body`: inside one method's body. `member`: elsewhere, but not in the header of a type. `header`: in a
 * type's header, or before all of them. `lexical`: it makes or breaks a comment or a long string, so other text becomes code.
 */
export type Site = 'body' | 'member' | 'header' | 'lexical';

const lexical = /\/\*|\*\/|"""/;

export function siteOf({ text, symbols }: Specimen, { text: mutated, start, end, originalEnd }: Mutated, isBody: boolean): Site {
  if (lexical.test(text.slice(Math.max(start - 2, 0), originalEnd + 2))) return 'lexical';
  if (lexical.test(mutated.slice(Math.max(start - 2, 0), end + 2))) return 'lexical';
  if (isBody) return 'body';
  const types = symbols.filter(({ symbol }) => !symbol.path.includes('#'));
  const isInHeader = types.some((type) => start <= headerEnd(text, type) && originalEnd >= type.start);
  return isInHeader || originalEnd <= (types[0]?.start ?? text.length) ? 'header' : 'member';
}

function headerEnd(text: string, { symbol, start, end }: Placed): number {
  const brace = text.indexOf('{', text.indexOf(symbol.name, start));
  return brace < 0 ? end : Math.min(brace, end);
}

/**
 * Returns the symbols that the outline of the mutated text lacks but should have. In a body these are all symbols. Elsewhere they
 * are the symbols that the damage does not touch and that do not stand right before or behind it; where a type's header is
 * damaged, they may be found under any path.
 */
export function lossesOf({ symbols }: Specimen, { start, originalEnd }: Mutated, site: Site, outline: FileOutline): string[] {
  const name = site === 'header' ? shortName : fullName;
  const found = new Map<string, number>();
  for (const symbol of outline.symbols) found.set(name(symbol), (found.get(name(symbol)) ?? 0) + 1);
  const before = symbols.findLast((one) => one.end < start);
  const behind = symbols.find((one) => one.start > originalEnd);
  const isExcused = (one: Placed): boolean =>
    site !== 'body' && ((one.end >= start && one.start <= originalEnd) || one === before || one === behind);
  const lost: string[] = [];
  for (const one of symbols) {
    const key = name(one.symbol);
    const left = found.get(key) ?? 0;
    if (left > 0) found.set(key, left - 1);
    else if (!isExcused(one)) lost.push(key);
  }
  return lost;
}

function fullName({ kind, path, parameters }: SourceSymbol): string {
  return `${kind} ${path}(${parameters?.join() ?? ''})`;
}

function shortName({ kind, name, parameters }: SourceSymbol): string {
  return `${kind} ${name}(${parameters?.join() ?? ''})`;
}
