import { Uri } from 'vscode';

/** Returns the path of a URI below a folder, with `/` and not encoded; undefined where it is not below it. */
export function pathBelow(folder: Uri, uri: Uri): string | undefined {
  if (uri.scheme !== folder.scheme || uri.authority !== folder.authority) return undefined;
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uri.path.startsWith(prefix) ? uri.path.slice(prefix.length) : undefined;
}

/** Returns a folder's URI in the form that is used as a key: without a slash at its end. */
export function folderKey(folder: Uri): string {
  return folder.path.length > 1 && folder.path.endsWith('/')
    ? folder.with({ path: folder.path.slice(0, -1) }).toString()
    : folder.toString();
}

/**
 * Returns the percent-encoded path from one file's folder to another file; undefined between different file systems or drives.
 */
export function relativeLink(from: Uri, to: Uri): string | undefined {
  if (from.scheme !== to.scheme || from.authority !== to.authority) return undefined;
  const base = from.path.split('/').slice(0, -1);
  const target = to.path.split('/');
  if (base[1]?.endsWith(':') === true && base[1] !== target[1]) return undefined;
  let shared = 0;
  while (shared < base.length && shared < target.length - 1 && base[shared] === target[shared]) shared++;
  const steps = [...base.slice(shared).map(() => '..'), ...target.slice(shared).map(encodeURIComponent)];
  return steps[0] === '..' ? steps.join('/') : `./${steps.join('/')}`;
}
