import { childUri, parentUri, prefixOf } from '../../source/folders';

/**
 * Returns the URI that a relative path of a note leads to, whether something is there or not; a slash at its end asks for
 * a folder. A path that begins with a slash leads on from `root`, the folder of notes. A backslash separates as a slash does, so that
 * a note means the same on every system. No path leads above the root of a disk, so none leads to another drive or machine.
 * Returns undefined where it is no path.
 */
export function linkTarget(note: string, root: string, path: string): string | undefined {
  let folder = /^[/\\]/.test(path) ? root : folderOf(note);
  for (const written of path.split(/[/\\]/)) {
    const name = decoded(written);
    if (name === undefined) return undefined;
    if (name === '..') folder = folderOf(folder);
    else if (name !== '' && name !== '.') folder = childUri(folder, name);
  }
  return /[/\\]$/.test(path) ? prefixOf(folder) : folder;
}

/** Returns the folder that a file or folder lies in; the root lies in itself. */
export function folderOf(uri: string): string {
  return parentUri(uri) ?? uri;
}

/** A slash that is encoded is part of no name. */
function decoded(written: string): string | undefined {
  try {
    const name = decodeURIComponent(written);
    return /[/\\\0]/.test(name) ? undefined : name;
  } catch {
    return undefined;
  }
}
