import type { AnchorTarget } from '../notes/anchor';
import { isSameType } from '../notes/parameterType';
import type { LocatedSymbol, SymbolTable } from '../symbols/symbolTable';

export type SymbolAnchor = Extract<AnchorTarget, { kind: 'symbol' }>;

/** The path as the anchor has it, without parameters. */
export function pathOf({ type, member }: SymbolAnchor): string {
  return member === undefined ? type : `${type}#${member}`;
}

export function withoutDollars(path: string): string {
  return path.replaceAll('$', '');
}

/**
 * All read symbols that the anchor may mean. The canonical path is exactly its symbol; only where that names none, a `$`
 * may have been left out. Parameters, where the anchor has them, must be the symbol's.
 */
export function symbolsOf(anchor: SymbolAnchor, table: SymbolTable): readonly LocatedSymbol[] {
  const path = pathOf(anchor);
  const canonical = withParameters(table.byPath(path), anchor.parameters);
  if (canonical.length > 0) return canonical;
  const plain = table.byPlainPath(withoutDollars(path)).filter(({ symbol }) => isAbbreviation(path, symbol.path));
  return withParameters(plain, anchor.parameters);
}

/** Those with exactly these types, else those whose types are the same but for packages in front. */
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

/** Whether `written` is `path` with none, some or all of its `$` left out. */
function isAbbreviation(written: string, path: string): boolean {
  let at = 0;
  for (const character of path) {
    if (written.startsWith(character, at)) at += character.length;
    else if (character !== '$') return false;
  }
  return at === written.length;
}

/**
 * Tells whether habit puts a symbol of this path into a file: the file is called as one of the path's types and lies in the
 * folder of what stands before it, or it is where a package is described.
 */
export function conventionOf(anchor: SymbolAnchor): (file: string) => boolean {
  const parts = withoutDollars(anchor.type).split('.');
  const places = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  if (anchor.member === undefined) places.push(...packageFileNames.map((name) => [...parts, name].join('/')));
  return (file) => {
    const stem = file.slice(0, file.lastIndexOf('.'));
    return places.some((place) => stem.endsWith(place) && (stem.length === place.length || stem.at(-1 - place.length) === '/'));
  };
}

/** Names, without extension, that a file may have in which habit puts the symbol. */
export function conventionalNames({ type, member }: SymbolAnchor): readonly string[] {
  const types = withoutDollars(type).split('.');
  return member === undefined ? [...types, ...packageFileNames] : types;
}

const packageFileNames = ['package-info', 'package'];

/** Whether a folder may hold the anchor's symbol somewhere below: it lies above all packages, or is one that the path goes through. */
export function mayHold(folder: string, { type }: SymbolAnchor): boolean {
  const parts = withoutDollars(type).split('.');
  const isOnPath = parts.some((_, index) => `/${folder}`.endsWith(`/${parts.slice(0, index + 1).join('/')}`));
  return isOnPath || !folder.split('/').includes(parts[0] ?? '');
}
