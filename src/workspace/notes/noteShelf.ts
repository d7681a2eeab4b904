import type { Note, NotesOutline } from '../../core/notes/note';
import type { NoteRequest } from '../../core/notes/noteRequest';
import type { ReadBytes } from '../../core/symbols/indexer';
import type { UnindexedReason } from '../../core/symbols/symbol';
import { childUri, nameOf, type Folders } from '../../source/folders';
import { pathsBelow } from '../../source/pathsBelow';
import { listFiles, type Listing } from '../../source/walk';
import { Emitter } from '../emitter';
import { Debounced, Lifetime } from '../lifetime';
import { detailOf } from '../../core/util/report';
import type { Log } from '../log';
import { isNote } from './noteFiles';
import type { FolderKind } from './folderWatch';
import type { NoteParsing } from './noteParsing';

/** The means by which folders of notes are read. */
export interface NoteMeans {
  readonly folders: Folders;
  /** Tells why {@link Folders.read} gives nothing of a file. */
  readonly readFile: ReadBytes;
  readonly parsing: NoteParsing;
  readonly log: Pick<Log, 'error'>;
  /** Returns the text of a note that is typed and not saved. */
  readonly unsaved?: (uri: string) => string | undefined;
  /** Tells what a folder without notes is. Never rejects. */
  readonly kindOf?: (uri: string) => Promise<FolderKind>;
}

/** A folder of notes to be read. */
export interface NoteRoot {
  /** The URI of the folder in its canonical form. */
  readonly uri: string;
  /** Whether it is the reader's own, not a shipped one. */
  readonly own: boolean;
}

/** Milliseconds of quiet after a keystroke, or after an event of the disk, until notes are read again. */
const quiet = 150;
/** The number of files that are read at the same time. */
const atOnce = 64;
/** The number of unknown files and folders above which a walk is cheaper than a look at each. */
const mostUnknown = 16;

/** Holds one folder of notes, and keeps it true to the disk and to what is typed. */
export class NoteShelf extends Lifetime {
  readonly uri: string;
  readonly own: boolean;
  /** Returns the path of a file below the folder, with `/`, not encoded; undefined where it is not below it. */
  readonly pathOf: (uri: string) => string | undefined;
  /** The URI of its README.md, whether there is one or not. */
  readonly outlineUri: string;
  private contents: NotesOutline | undefined;
  private readonly byUri = new Map<string, Note>();
  private sorted: readonly Note[] | undefined;
  private failures: Listing['unreadable'] = [];
  private found: FolderKind = 'folder';
  private wasFolder = false;
  private readonly stale = new Set<string>();
  /** URIs of which nothing is known. Only a walk tells whether they are notes or hold some, because git may ignore them. */
  private readonly unknown = new Set<string>();
  private isListingStale = false;
  private working = Promise.resolve();
  private readonly refreshing = this.register(new Debounced(quiet, () => void this.refresh()));
  private readonly changed: Emitter<ReadonlySet<string>>;
  /** Fires with the URIs of the notes that came, changed or went. */
  readonly onDidChange;

  constructor(
    { uri, own }: NoteRoot,
    private readonly means: NoteMeans,
  ) {
    super();
    this.changed = this.register(new Emitter<ReadonlySet<string>>(means.log));
    this.onDidChange = this.changed.event;
    this.uri = uri;
    this.own = own;
    this.pathOf = pathsBelow(uri);
    this.outlineUri = childUri(uri, 'README.md');
  }

  /** The outline's title, else the folder's name. */
  get title(): string {
    return this.contents?.title ?? (nameOf(this.uri) || '/');
  }

  /** The outline in its README.md; undefined where there is none. */
  get outline(): NotesOutline | undefined {
    return this.contents;
  }

  /** The folders that cannot be listed, relative to this one ('' for itself), and why. */
  get unreadable(): Listing['unreadable'] {
    return this.failures;
  }

  /** What stands at its address. */
  get kind(): FolderKind {
    return this.found;
  }

  /** Whether it was a folder once since it is held here. */
  get hasBeen(): boolean {
    return this.wasFolder;
  }

  /** The notes, folder by folder, in the order of their names. */
  get notes(): readonly Note[] {
    return (this.sorted ??= [...this.byUri.values()].sort((one, other) => comparePaths(this.pathOf(one.uri), this.pathOf(other.uri))));
  }

  note(uri: string): Note | undefined {
    return this.byUri.get(uri);
  }

  /** Reads everything. */
  async load(): Promise<void> {
    this.isListingStale = true;
    for (const uri of this.byUri.keys()) this.stale.add(uri);
    await this.refresh();
  }

  /** Tells the shelf that something happened to a file or folder: it reads again soon what concerns notes. */
  touch(uri: string): void {
    const path = this.pathOf(uri);
    if (path === undefined) return;
    const below = [...this.byUri.keys()].filter((one) => one === uri || one.startsWith(`${uri}/`));
    for (const one of below) this.stale.add(one);
    if (below.length === 0 && !isSkipped(path)) this.unknown.add(uri);
    this.refreshing.request();
  }

  /** Tells the shelf that the folder itself came or went: all of it is read again soon. */
  relist(): void {
    this.isListingStale = true;
    for (const uri of this.byUri.keys()) this.stale.add(uri);
    this.refreshing.request();
  }

  /** Resolves when all that happened until now is read. */
  async settled(): Promise<void> {
    await this.refresh();
  }

  private refresh(): Promise<void> {
    this.refreshing.dispose();
    this.working = this.working
      .then(() => (this.isDisposed ? undefined : this.refreshNow()))
      .catch((error: unknown) => this.means.log.error(`${this.uri} is not read: ${detailOf(error)}`));
    return this.working;
  }

  private async refreshNow(): Promise<void> {
    const uris = new Set(this.stale);
    this.stale.clear();
    const before = this.condition();
    const listed = (await this.wantsList()) ? await this.list() : undefined;
    if (listed !== undefined) for (const uri of this.cameOrWent(listed)) uris.add(uri);
    const queue = [...uris];
    while (queue.length > 0 && !this.isDisposed) {
      await Promise.all(queue.splice(0, atOnce).map((uri) => this.refreshOne(uri, listed)));
    }
    if (uris.size > 0 || this.condition() !== before) this.changed.fire(uris);
  }

  /** Returns all that can be said of the folder itself, to compare. */
  private condition(): string {
    return JSON.stringify([this.found, this.failures]);
  }

  private cameOrWent(listed: ReadonlySet<string>): string[] {
    const gone = Array.from(this.byUri.keys()).filter((uri) => !listed.has(uri));
    return [...gone, ...Array.from(listed).filter((uri) => !this.byUri.has(uri))];
  }

  private async wantsList(): Promise<boolean> {
    const unknown = [...this.unknown];
    this.unknown.clear();
    if (this.isListingStale || unknown.length > mostUnknown || unknown.some(mayHoldNotes)) return true;
    const entries = await Promise.all(unknown.map((uri) => this.means.folders.list(uri).catch(() => [])));
    return entries.some(({ length }) => length > 0);
  }

  private async list(): Promise<ReadonlySet<string>> {
    this.isListingStale = false;
    const { files, unreadable } = await listFiles(this.uri, this.means.folders, isNote, () => this.isDisposed);
    this.failures = unreadable;
    const isEmpty = files.length === 0 && unreadable.length === 0;
    this.found = (isEmpty ? await this.means.kindOf?.(this.uri) : undefined) ?? 'folder';
    this.wasFolder ||= this.found === 'folder' && unreadable.every(({ folder }) => folder !== '');
    return new Set(files.map((path) => childUri(this.uri, path)));
  }

  private async refreshOne(uri: string, listed: ReadonlySet<string> | undefined): Promise<void> {
    const isOutline = uri === this.outlineUri;
    const isThere = listed?.has(uri) ?? true;
    // What is typed and not saved is lost to nobody while its file is away. Once it is not typed any more, only a list tells.
    const isTyped = !isThere && this.byUri.has(uri) && this.means.unsaved?.(uri) !== undefined;
    this.isListingStale ||= isTyped;
    const content = isThere || isTyped ? await this.contentOf(uri, listed !== undefined) : undefined;
    const { parsing } = this.means;
    const parsed =
      content === undefined
        ? undefined
        : ((await parsing.read({ uri, content, isOutline })) ??
          (await parsing.read({ uri, content: { unreadable: 'crashed' }, isOutline })));
    if (this.isDisposed) return;
    this.sorted = undefined;
    if (parsed === undefined) this.byUri.delete(uri);
    else this.byUri.set(uri, parsed.note);
    if (isOutline) this.contents = parsed?.outline;
  }

  /**
   * Returns what is typed and not saved, else what the disk has: a document may be an old one, as where its file was deleted and
   * came again. `isListed`: a file that was listed just now and is not there has a name that the file system does not take back.
   */
  private async contentOf(uri: string, isListed: boolean): Promise<NoteRequest['content'] | undefined> {
    const known = this.means.unsaved?.(uri) ?? (await this.means.folders.read(uri));
    if (known !== undefined) return known;
    try {
      return await this.means.readFile(uri);
    } catch (error) {
      const unreadable = (error instanceof Error ? error.message : 'unreadable') as UnindexedReason;
      return unreadable === 'vanished' && !isListed ? undefined : { unreadable };
    }
  }
}

/** Returns whether the walk leaves a path out whatever git says. */
function isSkipped(path: string): boolean {
  return path !== '.gitignore' && !path.endsWith('/.gitignore') && /(?:^|\/)(?:\.|node_modules(?:\/|$))/.test(path);
}

/** Returns whether notes may have come or gone with this file. */
function mayHoldNotes(uri: string): boolean {
  return isNote(uri) || uri.endsWith('/.gitignore');
}

/** Compares two paths, folder by folder. */
function comparePaths(one = '', other = ''): number {
  const [ones, others] = [one.split('/'), other.split('/')];
  const at = ones.findIndex((name, index) => name !== others[index]);
  return at < 0 ? ones.length - others.length : (ones[at] ?? '') < (others[at] ?? '') ? -1 : 1;
}
