import type { FileType } from './fileTypes';

/** A file of the map; without types it was not read yet. */
export interface MapFile {
  /** In its folder. */
  readonly name: string;
  readonly types?: readonly FileType[];
}

/**
 * A file in few characters, for there are thousands: its name, then each type behind a `/` as lines and name; a type that is
 * called as its file without its name. `Log.scala/2100/30 LogHelper`, `package-info.java/`, not read yet `Late.java`.
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

/** A file's name without its extension. */
function stemOf(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}
