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
  /** The entries of a folder; empty where it is not there; throws where it may not be read. */
  list(uri: string): Promise<readonly FolderEntry[]>;
  /** The bytes of a small file; undefined where it cannot be read. */
  read(uri: string): Promise<Uint8Array | undefined>;
  /** The path of the file or folder behind all links, with `/`; the URI itself where the file system tells none. */
  identity(uri: string): Promise<string>;
}

/** The URI of an entry in a folder, encoded as the editor does it. `name` may hold slashes. */
export function childUri(folder: string, name: string): string {
  // The root is written with and without its slash: `file:///` and `file://`.
  return `${folder.replace(/(?<=\/\/)\/$/, '')}/${name.split('/').map(encoded).join('/')}`;
}

/** Encodes the reserved characters that `encodeURIComponent` leaves, too: the editor's `Uri.toString()` has none of them. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The folder that a URI stands in; undefined at the root. */
export function parentUri(uri: string): string | undefined {
  const slash = uri.lastIndexOf('/');
  const parent = uri.slice(0, slash);
  return slash < 0 || parent === '' || parent.endsWith(':/') || parent.endsWith(':') ? undefined : parent;
}
