/** One entry of a folder. `link` says that the entry is a symbolic link to what `kind` says. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
  readonly link: boolean;
}

/**
 * Read access to folders that are named by URIs, so that the same code serves the editor's virtual file systems,
 * Node and tests. URIs carry no slash at their end.
 */
export interface Folders {
  /** Returns the entries of a folder; none where it is not there. Throws where it may not be listed. */
  list(uri: string): Promise<readonly FolderEntry[]>;
  /** Returns the bytes of a small file; undefined where it cannot be read. */
  read(uri: string): Promise<Uint8Array | undefined>;
  /** Returns the path of the file or folder behind all links, with `/`; the URI itself where the file system tells none. */
  identity(uri: string): Promise<string>;
}

/** Returns the URI of an entry in a folder, encoded as the editor does it. `name` may hold slashes. */
export function childUri(folder: string, name: string): string {
  const path = name.split('/').map(encoded).join('/');
  // A root may be written with its slash.
  return /[^:/]\/$|\/\/\/$|:\/$/.test(folder) ? `${folder}${path}` : `${folder}/${path}`;
}

/** Encodes the reserved characters that `encodeURIComponent` leaves, too: the editor's `Uri.toString()` has none of them. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Returns the folder that a URI stands in; undefined at the root. */
export function parentUri(uri: string): string | undefined {
  const slash = uri.lastIndexOf('/');
  const parent = uri.slice(0, slash);
  return slash < 0 || parent === '' || parent.endsWith(':/') || parent.endsWith(':') ? undefined : parent;
}
