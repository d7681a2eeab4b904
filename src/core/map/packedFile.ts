import type { FileType } from './fileTypes';

/** A file of the map. Without types it is not indexed yet. */
export interface MapFile {
  /** The name in its folder. */
  readonly name: string;
  readonly types?: readonly FileType[];
}

/**
 * Writes a file in few characters, for there are thousands: its name, then each type behind a `/` as lines and name, without the
 * name where it is that of the file. Examples: `Log.scala/2100/30 LogHelper`, `package-info.java/` and, for a file that is not
 * indexed yet, `Late.java`.
 */
export function packFile({ name, types }: MapFile): string {
  if (types === undefined) return name;
  const stem = stemOf(name);
  return `${name}/${types.map((type) => (type.name === stem ? `${type.lines}` : `${type.lines} ${type.name}`)).join('/')}`;
}

export function unpackFile(packed: string): MapFile {
  const [name = '', ...types] = packed.split('/');
  if (types.length === 0) return { name };
  const known = types
    .filter((type) => type !== '')
    .map((type) => {
      const [lines, ...words] = type.split(' ');
      return { name: words.length === 0 ? stemOf(name) : words.join(' '), lines: Number(lines) };
    });
  return { name, types: known };
}

/** Returns a file's name without its extension. */
function stemOf(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}
