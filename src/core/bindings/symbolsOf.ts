import { isSameType } from '../notes/parameterType';
import type { LocatedSymbol, SymbolTable } from '../symbols/symbolTable';
import { groupOf, noRelease, type ReleaseSymbols, type SymbolGroup } from './releaseSymbols';
import { pathOf, withoutDollars, type SymbolAnchor } from './symbolPath';

/**
 * Returns all read symbols that the anchor may mean. Where the release has the path, the anchor means the symbol of that kind
 * there and no other kind. Otherwise the canonical path names exactly its symbol; only where it names none, a `$` may have been
 * left out. Parameters, where the anchor has them, must be the symbol's; where it has none, a value comes before a method of its
 * name.
 */
export function symbolsOf(anchor: SymbolAnchor, table: SymbolTable, release = noRelease): readonly LocatedSymbol[] {
  const path = pathOf(anchor);
  const known = knownGroups(anchor, path, release);
  const fits = (symbols: readonly LocatedSymbol[]): readonly LocatedSymbol[] => {
    const fitting = withParameters(symbols, anchor.parameters);
    return anchor.parameters === undefined ? valuesFirst(fitting) : fitting;
  };
  if (known !== undefined) return fits(table.byPath(path).filter(({ symbol }) => known.includes(groupOf(symbol.kind))));
  const plainPath = withoutDollars(path);
  const abbreviated = (): readonly LocatedSymbol[] =>
    table.byPlainPath(plainPath).filter(({ symbol }) => isAbbreviation(path, symbol.path));
  if (preferredGroups(anchor).some((groups) => groups.some((group) => release.hasAbbreviated(group, plainPath)))) {
    return fits(abbreviated().filter(({ symbol }) => release.has(groupOf(symbol.kind), symbol.path)));
  }
  const canonical = fits(table.byPath(path));
  return canonical.length > 0 ? canonical : fits(abbreviated());
}

/** Returns the groups that the anchor's text may name, the preferred ones first. */
function preferredGroups({ member, parameters }: SymbolAnchor): readonly (readonly SymbolGroup[])[] {
  if (member === undefined) return [['type']];
  return parameters === undefined ? [['value', 'alias'], ['method']] : [['method']];
}

/** Returns the groups that the anchor means in the release, where the release has its path. */
function knownGroups(anchor: SymbolAnchor, path: string, release: ReleaseSymbols): readonly SymbolGroup[] | undefined {
  for (const groups of preferredGroups(anchor)) {
    const known = groups.filter((group) => release.has(group, path));
    if (known.length > 0) return known;
  }
  return undefined;
}

/** Leaves out each method that shares its path with a value or a type alias: the anchor of such a method has parentheses. */
function valuesFirst(symbols: readonly LocatedSymbol[]): readonly LocatedSymbol[] {
  if (symbols.length < 2) return symbols;
  const isMethod = ({ symbol }: LocatedSymbol): boolean => groupOf(symbol.kind) === 'method';
  const values = new Set(symbols.filter((one) => !isMethod(one)).map(({ symbol }) => symbol.path));
  return symbols.filter((one) => !isMethod(one) || !values.has(one.symbol.path));
}

/** Returns the symbols with exactly these types, else those whose types differ only in the packages in front. */
function withParameters(symbols: readonly LocatedSymbol[], wanted: readonly string[] | undefined): readonly LocatedSymbol[] {
  if (wanted === undefined) return symbols;
  const fits = (isSame: (one: string, other: string) => boolean): readonly LocatedSymbol[] =>
    symbols.filter(
      ({ symbol: { parameters } }) =>
        parameters?.length === wanted.length && parameters.every((type, index) => isSame(type, wanted[index] ?? '')),
    );
  const exact = fits((one, other) => one === other);
  return exact.length > 0 ? exact : fits(isSameType);
}

/** Returns whether `written` is `path` with none, some or all of its `$` left out. */
export function isAbbreviation(written: string, path: string): boolean {
  let at = 0;
  for (const character of path) {
    if (written.startsWith(character, at)) at += character.length;
    else if (character !== '$') return false;
  }
  return at === written.length;
}
