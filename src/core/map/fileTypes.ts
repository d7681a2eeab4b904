import { columns, type PackedOutline, type PackedFile } from '../symbols/packedOutline';
import { symbolKinds, typeKinds } from '../symbols/symbol';

/** A top-level type. A class and its companion object count as one, since they share a file. */
export interface FileType {
  /** The declared name; `package` for a package object. */
  readonly name: string;
  /** The lines of its declarations. Doc comments, the licence and imports are not counted. */
  readonly lines: number;
}

/** Returns the top-level types of a file in the order of its text. */
export function topLevelTypes({ packages, prefixes, names, numbers }: PackedOutline): readonly FileType[] {
  const tops = new Set(packages.map(({ name }) => (name === '' ? '' : `${name}.`)));
  if (packages.length === 0) tops.add('');
  const lines = new Map<string, number>();
  names
    .split('\n')
    .slice(1, -1)
    .forEach((name, index) => {
      const [kind = 0, prefix = 0, start = 0, , end = 0] = numbers.subarray(index * columns, index * columns + 5);
      if (!typeKinds.has(symbolKinds[kind] ?? 'field') || !tops.has(prefixes[prefix] ?? '')) return;
      lines.set(name, (lines.get(name) ?? 0) + end - start + 1);
    });
  return Array.from(lines, ([name, count]) => ({ name, lines: count }));
}

/** Returns the name of the top-level type that a symbol is or stands in. `packages` are those of its file. */
export function topLevelTypeOf(path: string, packages: readonly string[]): string | undefined {
  const within = packages.filter((name) => name === '' || path.startsWith(`${name}.`));
  const longest = within.reduce<string | undefined>(
    (best, name) => (name.length >= (best?.length ?? 0) ? name : best),
    undefined,
  );
  const rest = longest === undefined || longest === '' ? path : path.slice(longest.length + 1);
  return /^[^.#$]+/.exec(rest)?.[0];
}

/** Counts the types of files, once for each outcome of indexing. */
export class FileTypes {
  private readonly known = new WeakMap<PackedFile, readonly FileType[]>();

  /** A file that cannot be read has no types. */
  of(reading: PackedFile): readonly FileType[] {
    const known = this.known.get(reading);
    if (known !== undefined) return known;
    const types = 'packed' in reading ? topLevelTypes(reading.packed) : [];
    this.known.set(reading, types);
    return types;
  }
}
