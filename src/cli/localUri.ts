import { posix, sep, win32 } from 'node:path';
import { pathToFileURL } from 'node:url';
import { canonicalFolder, childUri } from '../source/folders';

/** Returns the URI of a path on this machine in the form that a workspace has for it and for what lies in it. */
export function localUri(cwd: string, path: string, windows = sep === win32.sep): string {
  const { host, pathname } = pathToFileURL((windows ? win32 : posix).resolve(cwd, path), { windows });
  return canonicalFolder(childUri(`file://${host}/`, decodeURIComponent(pathname.slice(1))));
}
