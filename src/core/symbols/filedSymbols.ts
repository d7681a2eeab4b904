import { kindAt, lastPart, namesAt, prefixAt, symbolsBehind, symbolsNamed, type PackedFile } from './packedOutline';
import { Recent } from './recent';
import type { FiledSymbol } from './symbolTable';

type OutlinedFile = Extract<PackedFile, { readonly packed: unknown }>;

/** The number of symbols from which a list is kept. Shorter lists are made anew each time, which is quick. */
const longList = 12;

/** The most long lists that are kept; most of them have less than a hundred symbols. */
const keptAtMost = 256;

/** Makes lists of symbols from packed outlines, and keeps the long ones until a file changes. */
export class FiledSymbols {
  private readonly kept = new Recent<readonly FiledSymbol[]>(keptAtMost);

  /** Returns the symbols with a name, all of which stand in `files`. */
  named(name: string, files: () => readonly OutlinedFile[]): readonly FiledSymbol[] {
    return this.get(`=${name}`, () => namedIn(files(), name));
  }

  /**
   * Returns the symbols in whose paths this prefix stands before the name when every `$` in it is left out; all of them stand in
   * `files`.
   */
  behind(plainPrefix: string, files: () => readonly OutlinedFile[]): readonly FiledSymbol[] {
    return this.get(plainPrefix, () => behindIn(files(), plainPrefix));
  }

  clear(): void {
    this.kept.clear();
  }

  private get(key: string, make: () => FiledSymbol[]): readonly FiledSymbol[] {
    const known = this.kept.find(key);
    if (known !== undefined) return known;
    const symbols = make();
    if (symbols.length >= longList) this.kept.set(key, symbols);
    return symbols;
  }
}

/** The canonical path. */
export function pathOfFiled({ kind, prefix, name }: FiledSymbol): string {
  return prefix + lastPart(kind, name);
}

function namedIn(files: readonly OutlinedFile[], name: string): FiledSymbol[] {
  const symbols: FiledSymbol[] = [];
  for (const { file, packed } of files) {
    for (const index of symbolsNamed(packed, name)) {
      symbols.push({ file, index, kind: kindAt(packed, index), prefix: prefixAt(packed, index), name });
    }
  }
  return symbols;
}

function behindIn(files: readonly OutlinedFile[], plainPrefix: string): FiledSymbol[] {
  const symbols: FiledSymbol[] = [];
  for (const { file, packed } of files) {
    const numbers = symbolsBehind(packed, plainPrefix);
    const names = namesAt(packed, numbers);
    for (const [at, index] of numbers.entries()) {
      symbols.push({ file, index, kind: kindAt(packed, index), prefix: prefixAt(packed, index), name: names[at] ?? '' });
    }
  }
  return symbols;
}
