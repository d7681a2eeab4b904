/** One entry of a folder. `link` says that the entry is a symbolic link to what `kind` says. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
  readonly link: boolean;
}

/**
 * Read access to folders that are named by URIs, so that the same code serves the editor's virtual file systems,
 * Node and tests. URIs carry no slash at their end, save those of roots; see {@link canonicalFolder}.
 */
export interface Folders {
  /** Returns the entries of a folder; none where it is not there. Throws where it may not be listed. */
  list(uri: string): Promise<readonly FolderEntry[]>;
  /** Returns the bytes of a small file; undefined where it cannot be read. Never rejects. */
  read(uri: string): Promise<Uint8Array | undefined>;
  /** Returns the path of the file or folder behind all links, with `/`; the URI itself where the file system tells none. Never rejects. */
  identity(uri: string): Promise<string>;
}

/** Returns the URI of an entry in a folder, encoded as the editor does it. `name` may hold slashes. */
export function childUri(folder: string, name: string): string {
  return prefixOf(folder) + name.split('/').map(encoded).join('/');
}

/** Returns what the addresses of everything in a folder begin with. The address of a root already has the slash. */
export function prefixOf(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}

/** Encodes the reserved characters that `encodeURIComponent` leaves, too: the editor's `Uri.toString()` has none of them. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Returns the folder that a file or folder stands in, in its canonical form; undefined for a root. */
export function parentUri(uri: string): string | undefined {
  const { origin, names, root } = partsOf(uri);
  return names.length <= root ? undefined : written(origin, names.slice(0, -1), root);
}

/**
 * Returns the URI of a folder in the form that it has everywhere here: without a slash at its end, but a root with one. On Windows
 * `c:` without it would be the folder of that drive in which the process happens to be.
 */
export function canonicalFolder(uri: string): string {
  const { origin, names, root } = partsOf(uri);
  return written(origin, names, root);
}

/** Returns the decoded name of a file or folder; that of a drive is `c:`, and the root of a disk without drives has none. */
export function nameOf(uri: string): string {
  return decodeURIComponent(partsOf(uri).names.at(-1) ?? '');
}

interface UriParts {
  /** The scheme and, behind `//`, the authority. */
  readonly origin: string;
  /** The names in the path, encoded as they were. */
  readonly names: readonly string[];
  /** The number of names that a root has: one for a drive and for what another machine shares, else none. */
  readonly root: number;
}

function partsOf(uri: string): UriParts {
  const [, origin = '', path = ''] = /^([^:/]*:(?:\/\/[^/]*)?)(.*)$/s.exec(uri) ?? [];
  const names = path.split('/').filter((name) => name !== '');
  const hasShares = /^file:\/\/./i.test(origin);
  return { origin, names, root: hasShares || /^[a-z](?::|%3a)$/i.test(names[0] ?? '') ? 1 : 0 };
}

function written(origin: string, names: readonly string[], root: number): string {
  const uri = `${origin}/${names.join('/')}`;
  return names.length <= root ? prefixOf(uri) : uri;
}
