import {
  symbolKinds,
  typeKinds,
  type FileOutline,
  type IndexedFile,
  type SourceSymbol,
  type SymbolKind,
  type UnindexedReason,
} from './symbol';
import type { Range } from '../util/range';

/**
 * A {@link FileOutline} in few plain values: this form crosses from the worker, and a table keeps it of each file. A tree of
 * 48,000 symbols is then some ten thousand objects to the garbage collector, not half a million.
 */
export interface PackedOutline {
  readonly packages: FileOutline['packages'];
  readonly hasErrors: boolean;
  readonly hasIndentation?: true;
  /** The text before the names in the paths: `kafka.log.Log#`, `kafka.log.`, each once. */
  readonly prefixes: readonly string[];
  /** The names of all symbols, each with a line end before and behind it. */
  readonly names: string;
  /** A line for each symbol: `-` where it has no parameter list, else `(` and the types with commas between them. */
  readonly parameters: string;
  /** The string constants, in source order: the index of the symbol and the value. */
  readonly values: readonly (readonly [number, string])[];
  /**
   * The numbers of the symbols, {@link columns} for each: kind, prefix, then line and character of the start and the end of both
   * ranges.
   */
  readonly numbers: Uint32Array | Uint16Array;
  /**
   * The numbers of the doc comments, {@link docColumns} for each, in source order: its symbol's index, then line and character of
   * its start and of its end.
   */
  readonly docs: Uint32Array | Uint16Array;
}

export type PackedFile =
  | { readonly file: string; readonly packed: PackedOutline }
  | { readonly file: string; readonly unindexed: UnindexedReason; readonly detail?: string };

export const columns = 10;
/** The first column of a symbol's range; `nameRangeColumn` is the first of its name's range. */
export const rangeColumn = 2;
export const nameRangeColumn = 6;
export const docColumns = 5;

export function unpackFileOutcome(reading: PackedFile): IndexedFile {
  return 'packed' in reading ? { file: reading.file, outline: unpackOutline(reading.packed) } : reading;
}

export function packOutline({ packages, symbols, hasErrors }: FileOutline): PackedOutline {
  const prefixes = new Map<string, number>();
  const numbers = new Uint32Array(symbols.length * columns);
  symbols.forEach(({ kind, path, name, range, nameRange }, index) => {
    const prefix = path.slice(0, path.length - lastPart(kind, name).length);
    const prefixIndex = prefixes.get(prefix) ?? prefixes.size;
    prefixes.set(prefix, prefixIndex);
    numbers.set([symbolKinds.indexOf(kind), prefixIndex, ...flat(range), ...flat(nameRange)], index * columns);
  });
  return {
    packages,
    hasErrors,
    prefixes: [...prefixes.keys()],
    names: `\n${symbols.map(({ name }) => `${name}\n`).join('')}`,
    parameters: symbols.map(({ parameters }) => (parameters === undefined ? '-' : `(${parameters.join(',')}`)).join('\n'),
    values: symbols.flatMap(({ value }, index) => (value === undefined ? [] : [[index, value] as const])),
    numbers,
    docs: Uint32Array.from(symbols.flatMap(({ doc }, index) => (doc === undefined ? [] : [index, ...flat(doc)]))),
  };
}

export function unpackOutline(outline: PackedOutline): FileOutline {
  const { packages, hasErrors, hasIndentation } = outline;
  return { packages, symbols: unpackSymbols(outline, () => true), hasErrors, ...(hasIndentation && { hasIndentation }) };
}

/** Returns the numbers of the symbols with this name, in source order. */
export function symbolsNamed({ names }: PackedOutline, name: string): number[] {
  const found: number[] = [];
  if (name === '' || name.includes('\n')) return found;
  const line = `${name}\n`;
  let index = 0;
  let counted = 1;
  for (let at = names.indexOf(line, 1); at > 0; at = names.indexOf(line, at + 1)) {
    if (names.charCodeAt(at - 1) !== lineEnd) continue;
    for (; counted < at; counted++) if (names.charCodeAt(counted) === lineEnd) index++;
    found.push(index);
  }
  return found;
}

/** Returns the symbols with this path, in source order. */
export function symbolsAt(outline: PackedOutline, path: string): SourceSymbol[] {
  const found: { readonly index: number; readonly name: string }[] = [];
  for (const [number, prefix] of outline.prefixes.entries()) {
    if (prefix.length >= path.length || !path.startsWith(prefix)) continue;
    const last = path.slice(prefix.length);
    for (const name of last.endsWith('$') ? [last, last.slice(0, -1)] : [last]) {
      for (const index of symbolsNamed(outline, name)) {
        if (prefixNumber(outline, index) === number && lastPart(kindAt(outline, index), name) === last)
          found.push({ index, name });
      }
    }
  }
  return found.sort((a, b) => a.index - b.index).map(({ index, name }) => unpackSymbol(outline, index, name));
}

/** Returns the numbers of the symbols whose prefix is this one when every `$` in it is left out, in source order. */
export function symbolsBehind(outline: PackedOutline, plainPrefix: string): number[] {
  const { prefixes, numbers } = outline;
  const fitting = prefixes.map(
    (prefix) => prefix === plainPrefix || (prefix.length > plainPrefix.length && prefix.replaceAll('$', '') === plainPrefix),
  );
  const found: number[] = [];
  if (!fitting.includes(true)) return found;
  const count = numbers.length / columns;
  for (let index = 0; index < count; index++) if (fitting[prefixNumber(outline, index)] === true) found.push(index);
  return found;
}

/** Returns the names of the symbols with these numbers, which are in source order. */
export function namesAt({ names }: PackedOutline, numbers: readonly number[]): string[] {
  let start = 1;
  let index = 0;
  return numbers.map((number) => {
    for (; index < number; index++) start = names.indexOf('\n', start) + 1;
    return names.slice(start, names.indexOf('\n', start));
  });
}

/** Returns the end of a symbol's path: an object has a `$` behind its name. */
export function lastPart(kind: SymbolKind, name: string): string {
  return kind === 'object' ? `${name}$` : name;
}

/** Unpacks one symbol, whose name is known. */
export function unpackSymbol(outline: PackedOutline, index: number, name: string): SourceSymbol {
  const { parameters } = outline;
  let start = 0;
  for (let line = 0; line < index; line++) start = parameters.indexOf('\n', start) + 1;
  const end = parameters.indexOf('\n', start);
  const list = parameters.slice(start, end < 0 ? undefined : end);
  return new Unpacker(outline).symbol(index, name, list);
}

/** Returns the symbols whose path fits, in source order; `fits` gets the two parts of the path, the prefix and the last part. */
export function unpackSymbols(outline: PackedOutline, fits: (prefix: string, lastPart: string) => boolean): SourceSymbol[] {
  const unpacker = new Unpacker(outline);
  let lists: readonly string[] | undefined;
  const symbols: SourceSymbol[] = [];
  for (const [index, name] of namesOf(outline).entries()) {
    if (!fits(prefixAt(outline, index), lastPart(kindAt(outline, index), name))) continue;
    lists ??= outline.parameters.split('\n');
    symbols.push(unpacker.symbol(index, name, lists[index] ?? '-'));
  }
  return symbols;
}

const lineEnd = 0x0a;

function namesOf({ names }: PackedOutline): string[] {
  return names.split('\n').slice(1, -1);
}

export function kindAt({ numbers }: PackedOutline, index: number): SymbolKind {
  return symbolKinds[numbers[index * columns] ?? 0] ?? 'class';
}

function prefixNumber({ numbers }: PackedOutline, index: number): number {
  return numbers[index * columns + 1] ?? 0;
}

export function prefixAt(outline: PackedOutline, index: number): string {
  return outline.prefixes[prefixNumber(outline, index)] ?? '';
}

/** Makes symbols of an outline; they must be asked for in source order. */
class Unpacker {
  private nextValue = 0;
  private nextDoc = 0;

  constructor(private readonly outline: PackedOutline) {}

  /** Makes one symbol. `list` is its line of the parameters. */
  symbol(index: number, name: string, list: string): SourceSymbol {
    const { numbers } = this.outline;
    const kind = kindAt(this.outline, index);
    const at = index * columns;
    const value = this.valueOf(index);
    const doc = this.docOf(index);
    return {
      kind,
      path: prefixAt(this.outline, index) + lastPart(kind, name),
      name,
      ...(list !== '-' && { parameters: list === '(' ? [] : list.slice(1).split(',') }),
      ...(value !== undefined && { value }),
      range: rangeAt(numbers, at + rangeColumn),
      nameRange: rangeAt(numbers, at + nameRangeColumn),
      ...(doc !== undefined && { doc }),
    };
  }

  private valueOf(index: number): string | undefined {
    const { values } = this.outline;
    while ((values[this.nextValue]?.[0] ?? index) < index) this.nextValue++;
    const [at, value] = values[this.nextValue] ?? [];
    return at === index ? value : undefined;
  }

  private docOf(index: number): Range | undefined {
    const { docs } = this.outline;
    while ((docs[this.nextDoc] ?? index) < index) this.nextDoc += docColumns;
    return docs[this.nextDoc] === index ? rangeAt(docs, this.nextDoc + 1) : undefined;
  }
}

/**
 * Returns the same outline in less memory, where that is possible: half is enough for its numbers, except in files of 65,536
 * lines or with lines as long.
 */
export function narrowed(outline: PackedOutline): PackedOutline {
  const half = (numbers: PackedOutline['numbers']): PackedOutline['numbers'] =>
    numbers.every((number) => number <= 0xffff) ? Uint16Array.from(numbers) : numbers;
  return { ...outline, numbers: half(outline.numbers), docs: half(outline.docs) };
}

/**
 * Returns the paths of all types in the file, and of everything else that has members there: each once, in no order. A symbol of
 * the path `OWNER#MEMBER` stands only in files that have that owner.
 */
export function ownersOf(outline: PackedOutline): ReadonlySet<string> {
  const owners = new Set<string>();
  for (const prefix of outline.prefixes) if (prefix.endsWith('#')) owners.add(prefix.slice(0, -1));
  for (const [index, name] of namesOf(outline).entries()) {
    const kind = kindAt(outline, index);
    if (typeKinds.has(kind)) owners.add(prefixAt(outline, index) + lastPart(kind, name));
  }
  return owners;
}

function flat({ start, end }: Range): number[] {
  return [start.line, start.character, end.line, end.character];
}

function rangeAt(numbers: PackedOutline['numbers'], at: number): Range {
  const [line = 0, character = 0, endLine = 0, endCharacter = 0] = numbers.subarray(at, at + 4);
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
