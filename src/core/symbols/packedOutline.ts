import {
  symbolKinds,
  typeKinds,
  type FileOutline,
  type FileReading,
  type Range,
  type SourceSymbol,
  type UnreadReason,
} from './symbol';

/**
 * A {@link FileOutline} as few plain values: what crosses from the worker and what a table keeps of each file. A tree of
 * 48,000 symbols is then some ten thousand objects to the garbage collector, not half a million.
 */
export interface PackedOutline {
  readonly packages: FileOutline['packages'];
  readonly hasErrors: boolean;
  readonly hasIndentation?: true;
  /** What stands before the names in the paths: `kafka.log.Log#`, `kafka.log.`, each once. */
  readonly prefixes: readonly string[];
  /** The names of all symbols, each with a line end before and behind it. */
  readonly names: string;
  /** A line for each symbol: `-` where it has no parameter list, else `(` and the types with commas between them. */
  readonly parameters: string;
  /** The string constants: index of the symbol and value. */
  readonly values: readonly (readonly [number, string])[];
  /** {@link columns} numbers a symbol: kind, prefix, then line and character of the start and the end of both ranges. */
  readonly numbers: Uint32Array | Uint16Array;
  /** {@link docColumns} numbers a doc comment: its symbol's index, then line and character of its start and of its end. */
  readonly docs: Uint32Array | Uint16Array;
}

export type PackedReading =
  | { readonly file: string; readonly packed: PackedOutline }
  | { readonly file: string; readonly unread: UnreadReason; readonly detail?: string };

export const columns = 10;
/** Of these the first of each range. */
export const rangeColumn = 2;
export const nameRangeColumn = 6;
export const docColumns = 5;

export function unpackReading(reading: PackedReading): FileReading {
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

/** Those symbols whose path fits, in source order. It consists of what stands before the last part, and that: the name, or an object's with its `$`. */
export function unpackSymbols(
  outline: PackedOutline,
  fits: (prefix: string, lastPart: string, name: string) => boolean,
): SourceSymbol[] {
  const { prefixes, names, parameters, values, numbers, docs } = outline;
  let lists: readonly string[] | undefined;
  let valueOf: ReadonlyMap<number, string> | undefined;
  let docOf: ReadonlyMap<number, Range> | undefined;
  const symbols: SourceSymbol[] = [];
  for (const [index, name] of names.split('\n').slice(1, -1).entries()) {
    const at = index * columns;
    const kind = symbolKinds[numbers[at] ?? 0] ?? 'class';
    const prefix = prefixes[numbers[at + 1] ?? 0] ?? '';
    const last = lastPart(kind, name);
    if (!fits(prefix, last, name)) continue;
    lists ??= parameters.split('\n');
    valueOf ??= new Map(values);
    docOf ??= docsByIndex(docs);
    const list = lists[index] ?? '-';
    const value = valueOf.get(index);
    const doc = docOf.get(index);
    symbols.push({
      kind,
      path: prefix + last,
      name,
      ...(list !== '-' && { parameters: list === '(' ? [] : list.slice(1).split(',') }),
      ...(value !== undefined && { value }),
      range: rangeAt(numbers, at + rangeColumn),
      nameRange: rangeAt(numbers, at + nameRangeColumn),
      ...(doc !== undefined && { doc }),
    });
  }
  return symbols;
}

/** The same in less memory, where that is possible: but for files of 65,536 lines, or lines as long, half is enough for its numbers. */
export function narrowed(outline: PackedOutline): PackedOutline {
  const half = (numbers: PackedOutline['numbers']): PackedOutline['numbers'] =>
    numbers.every((number) => number <= 0xffff) ? Uint16Array.from(numbers) : numbers;
  return { ...outline, numbers: half(outline.numbers), docs: half(outline.docs) };
}

/**
 * The paths of all types in the file, and of what else has members there: each once, in no order.
 * A symbol of the path `OWNER#MEMBER` stands only in files that have that owner.
 */
export function ownersOf({ prefixes, names, numbers }: PackedOutline): ReadonlySet<string> {
  const owners = new Set<string>();
  for (const prefix of prefixes) if (prefix.endsWith('#')) owners.add(prefix.slice(0, -1));
  names
    .split('\n')
    .slice(1, -1)
    .forEach((name, index) => {
      const kind = symbolKinds[numbers[index * columns] ?? 0] ?? 'class';
      if (typeKinds.has(kind)) owners.add(`${prefixes[numbers[index * columns + 1] ?? 0] ?? ''}${lastPart(kind, name)}`);
    });
  return owners;
}

/** The end of a symbol's path: an object has a `$` behind its name. */
function lastPart(kind: SourceSymbol['kind'], name: string): string {
  return kind === 'object' ? `${name}$` : name;
}

function docsByIndex(docs: PackedOutline['docs']): ReadonlyMap<number, Range> {
  const byIndex = new Map<number, Range>();
  for (let at = 0; at < docs.length; at += docColumns) byIndex.set(docs[at] ?? 0, rangeAt(docs, at + 1));
  return byIndex;
}

function flat({ start, end }: Range): number[] {
  return [start.line, start.character, end.line, end.character];
}

function rangeAt(numbers: PackedOutline['numbers'], at: number): Range {
  const [line = 0, character = 0, endLine = 0, endCharacter = 0] = numbers.subarray(at, at + 4);
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
