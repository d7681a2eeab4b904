import { parentUri, prefixOf } from '../../source/folders';
import { Debounced, Lifetime, Slot, type Disposable } from '../lifetime';

/** What stands at the address of a folder. `unknown`: the file system does not tell now. */
export type FolderKind = 'folder' | 'file' | 'missing' | 'unknown';

/** The means by which a folder is watched from outside. */
export interface WatchMeans {
  /** Never rejects. */
  kindOf(uri: string): Promise<FolderKind>;
  /** Tells which entries of a folder come and go, not those in its folders. */
  watch(folder: string, happened: (uri: string) => void): Disposable;
}

/** The milliseconds of quiet after an event until the folder is looked at. */
const quiet = 200;
/** How often the folders around may change while they are looked at, before the next event is waited for. */
const mostLooks = 5;

/**
 * Notices that a folder comes, goes or is another one, which no watcher of the folder itself tells surely. It watches the nearest
 * folder around it that is there, and the one around that, for they may go too.
 */
export class FolderWatch extends Lifetime {
  private readonly around = this.register(new Slot<Disposable>());
  private readonly looking = this.register(new Debounced(quiet, () => void this.look()));
  private working: Promise<void> | undefined;
  private nearest: string | undefined;
  /** Whether the folder itself came or went since it was looked at last. */
  private isOther = false;
  private known: FolderKind | undefined;

  /** `changed` is called after the first look too. */
  constructor(
    private readonly folder: string,
    private readonly means: WatchMeans,
    private readonly changed: () => void,
  ) {
    super();
  }

  /** Returns what was there when it was looked at last; undefined before the first look. */
  get kind(): FolderKind | undefined {
    return this.known;
  }

  /** Looks at the folder now. It never rejects. */
  look(): Promise<void> {
    this.looking.dispose();
    return (this.working = (this.working ?? Promise.resolve()).then(() => this.lookNow()));
  }

  private async lookNow(): Promise<void> {
    let kind = await this.means.kindOf(this.folder);
    for (let looks = 0; looks < mostLooks && !this.isDisposed; looks++) {
      const nearest = await this.nearestThere(kind);
      if (!this.watchAround(nearest)) break;
      // It may have come or gone before it was watched.
      kind = await this.means.kindOf(this.folder);
    }
    const isNew = kind !== this.known || (this.isOther && kind !== 'missing');
    [this.known, this.isOther] = [kind, false];
    if (isNew && !this.isDisposed) this.changed();
  }

  private async nearestThere(kind: FolderKind): Promise<string | undefined> {
    let around = parentUri(this.folder);
    if (kind === 'folder' || kind === 'file') return around;
    while (around !== undefined && (await this.means.kindOf(around)) === 'missing') around = parentUri(around);
    return around;
  }

  /** Returns whether it is another folder than the one that is watched already. */
  private watchAround(nearest: string | undefined): boolean {
    if (nearest === this.nearest || this.isDisposed) return false;
    this.nearest = nearest;
    const watched = [nearest, nearest === undefined ? undefined : parentUri(nearest)].filter((one) => one !== undefined);
    const watchers = watched.map((one) => this.means.watch(one, (uri) => this.happened(uri)));
    this.around.value = { dispose: () => watchers.forEach((watcher) => watcher.dispose()) };
    return true;
  }

  private happened(uri: string): void {
    if (uri !== this.folder && !this.folder.startsWith(prefixOf(uri))) return;
    this.isOther = true;
    this.looking.request();
  }
}
