import { childUri, type FolderEntry, type Folders } from '../../source/folders';

/**
 * Returns the URI that a relative path of a note leads to, whether something is there or not; a slash at its end asks for
 * a folder. A path that begins with a slash leads on from `root`, the folder of notes. Returns undefined where it is no path.
 */
export function linkTarget(note: string, root: string, path: string): string | undefined {
  let folder = /^[/\\]/.test(path) ? root : folderOf(note);
  for (const written of path.split(/[/\\]/)) {
    const name = decoded(written);
    if (name === undefined) return undefined;
    if (name === '..') folder = folderOf(folder);
    else if (name !== '' && name !== '.') folder = childUri(folder, name);
  }
  return /[/\\]$/.test(path) ? `${folder}/` : folder;
}

/** Returns the folder that a file or folder lies in, without a slash at its end; the root lies in itself. */
function folderOf(uri: string): string {
  const start = /^[^:]*:(?:\/\/[^/]*)?/.exec(uri)?.[0].length ?? 0;
  return uri.slice(0, Math.max(start, uri.lastIndexOf('/')));
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

/**
 * Tells which files and folders are there, by what the folders around them list. So a name in another case is another name on
 * every disk, as it is where notes are published. It keeps what was listed for as long as it lives.
 */
export class Whereabouts {
  private readonly listed = new Map<string, Promise<ReadonlyMap<string, FolderEntry> | undefined>>();

  constructor(private readonly folders: Pick<Folders, 'list'>) {}

  /** Returns whether a target of {@link linkTarget} is there. Everything is there in a folder that may not be listed. */
  async has(target: string): Promise<boolean> {
    const wantsFolder = target.endsWith('/');
    const uri = wantsFolder ? target.slice(0, -1) : target;
    const folder = folderOf(uri);
    if (folder === uri) return true;
    const entries = await this.entriesOf(folder);
    if (entries === undefined) return true;
    const entry = entries.get(decodeURIComponent(uri.slice(folder.length + 1)));
    return entry !== undefined && (wantsFolder ? entry.kind === 'folder' : !(entry.link && entry.kind === 'other'));
  }

  private entriesOf(folder: string): Promise<ReadonlyMap<string, FolderEntry> | undefined> {
    const listing =
      this.listed.get(folder) ??
      this.folders.list(folder === folderOf(folder) ? `${folder}/` : folder).then(
        (entries) => new Map(entries.map((entry) => [entry.name, entry])),
        () => undefined,
      );
    this.listed.set(folder, listing);
    return listing;
  }
}
