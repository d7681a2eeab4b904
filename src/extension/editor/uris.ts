import type { Uri } from 'vscode';
import { canonicalFolder } from '../../source/folders';

/** Returns a folder's URI in the form that is used as a key. */
export function folderKey(folder: Uri): string {
  return canonicalFolder(folder.toString());
}

/**
 * Returns the percent-encoded path from one file's folder to another file; undefined between different file systems or drives.
 */
export function relativeLink(from: UriParts, to: UriParts): string | undefined {
  if (from.scheme !== to.scheme || from.authority !== to.authority) return undefined;
  const base = namesOf(from).slice(0, -1);
  const target = namesOf(to);
  if (base[1]?.endsWith(':') === true && base[1] !== target[1]) return undefined;
  let shared = 0;
  while (shared < base.length && shared < target.length - 1 && base[shared] === target[shared]) shared++;
  const steps = [...base.slice(shared).map(() => '..'), ...target.slice(shared).map(encodeURIComponent)];
  return steps[0] === '..' ? steps.join('/') : `./${steps.join('/')}`;
}

type UriParts = Pick<Uri, 'scheme' | 'authority' | 'path'>;

/** A drive's letter is the same in capitals; the editor keeps it as it was written. */
function namesOf({ path }: UriParts): readonly string[] {
  return path.replace(/^\/[A-Z](?=:)/, (drive) => drive.toLowerCase()).split('/');
}
