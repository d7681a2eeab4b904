import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FolderEntry, Folders } from './folders';

/** {@link Folders} on the local disk, for `file:` URIs. */
export const nodeFolders: Folders = {
  async list(uri) {
    const folder = fileURLToPath(uri);
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return await Promise.all(
        entries.map(async (entry): Promise<FolderEntry> => {
          if (!entry.isSymbolicLink()) return { name: entry.name, kind: kindOf(entry), link: false };
          // A link that leads nowhere is neither a file nor a folder.
          const target = await stat(join(folder, entry.name)).catch(() => undefined);
          return { name: entry.name, kind: target === undefined ? 'other' : kindOf(target), link: true };
        }),
      );
    } catch (error) {
      if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return [];
      throw error;
    }
  },
  async read(uri) {
    try {
      return await readFile(fileURLToPath(uri));
    } catch {
      // Some addresses are those of no path, as `file://server/share` is where machines have no such names.
      return undefined;
    }
  },
  async identity(uri) {
    try {
      return (await realpath(fileURLToPath(uri))).replaceAll(sep, '/');
    } catch {
      return uri;
    }
  },
};

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): FolderEntry['kind'] {
  return entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other';
}

/** Returns whether an error is Node's of this code, e.g. `ENOENT`. */
export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
