import { nameOf, parentUri, type FolderEntry, type Folders } from '../../source/folders';

/**
 * Tells which files and folders are there, by what the folders around them list. So a name in another case is another name on
 * every disk, as it is where notes are published. It keeps what was listed for as long as it lives.
 */
export class Whereabouts {
  private readonly listed = new Map<string, Promise<ReadonlyMap<string, FolderEntry> | undefined>>();

  constructor(private readonly folders: Pick<Folders, 'list'>) {}

  /** Returns whether a target of `linkTarget` is there. Everything is there in a folder that may not be listed. */
  async has(target: string): Promise<boolean> {
    const wantsFolder = target.endsWith('/');
    const folder = parentUri(target);
    if (folder === undefined) return true;
    const entries = await this.entriesOf(folder);
    if (entries === undefined) return true;
    const entry = entries.get(nameOf(target));
    return entry !== undefined && (wantsFolder ? entry.kind === 'folder' : !(entry.link && entry.kind === 'other'));
  }

  private entriesOf(folder: string): Promise<ReadonlyMap<string, FolderEntry> | undefined> {
    const listing =
      this.listed.get(folder) ??
      this.folders.list(folder).then(
        (entries) => new Map(entries.map((entry) => [entry.name, entry])),
        () => undefined,
      );
    this.listed.set(folder, listing);
    return listing;
  }
}
