import type { SymbolTable } from '../symbols/symbolTable';
import type { FileTypes } from './fileTypes';
import type { MapTree } from './mapData';
import { packFile } from './packedFile';
import { sourcePlace, type SourcePlace } from '../symbols/sourcePlace';

/** A function that lets others run between two steps of long work. */
export type Pause = () => Promise<void>;

/** Collects what a table knows of its files by now, in the order of their paths. */
export async function mapTree(table: SymbolTable, version: string | undefined, types: FileTypes, pause: Pause): Promise<MapTree> {
  const groups = new Map<string, { folder: string; package?: string; files: string[] }>();
  const complete = table.complete;
  for (const file of [...table.files].sort()) {
    const place = sourcePlace(file);
    const declared = declaredPackage(table.packages(file), place);
    const key = `${place.folder}\n${declared}`;
    const group = groups.get(key) ?? {
      folder: place.folder,
      ...(declared === place.package ? {} : { package: declared }),
      files: [],
    };
    groups.set(key, group);
    const reading = table.indexed(file);
    const name = file.slice(file.lastIndexOf('/') + 1);
    group.files.push(packFile({ name, ...(reading === undefined ? {} : { types: types.of(reading) }) }));
    await pause();
  }
  const packed = Array.from(groups.values(), (group) => ({ ...group, files: group.files.join('\n') }));
  return { ...(version === undefined ? {} : { version }), complete, groups: packed };
}

/** Returns the package of a file: its folder's where it declares that one, alone or among others. */
function declaredPackage(declared: readonly string[], place: SourcePlace): string {
  return declared.includes(place.package) ? place.package : (declared[0] ?? place.package);
}
