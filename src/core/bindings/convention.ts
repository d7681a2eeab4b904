import { withoutDollars, type SymbolAnchor } from './symbolPath';

const packageFileNames = ['package-info', 'package'];

/**
 * Returns a function that tells whether a file is one where convention puts the anchor's symbol: it has the name of one of the
 * path's types and lies in the folder of what stands before that, or it is a file that describes a package.
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

/** Returns whether a file describes a package: it has its documentation or its object. */
export function describesPackage(file: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
  return packageFileNames.includes(name);
}

/** Returns the names, without extension, of the files in which convention puts the symbol. */
export function conventionalNames({ type, member }: SymbolAnchor): readonly string[] {
  const types = withoutDollars(type).split('.');
  return member === undefined ? [...types, ...packageFileNames] : types;
}

/**
 * Returns whether a folder may hold the anchor's symbol somewhere below: it lies above all packages, or the path goes through it.
 */
export function mayHold(folder: string, { type }: SymbolAnchor): boolean {
  const parts = withoutDollars(type).split('.');
  const isOnPath = parts.some((_, index) => `/${folder}`.endsWith(`/${parts.slice(0, index + 1).join('/')}`));
  return isOnPath || !folder.split('/').includes(parts[0] ?? '');
}
