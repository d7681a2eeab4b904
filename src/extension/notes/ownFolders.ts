import * as vscode from 'vscode';
import { FolderWatch } from '../../workspace/notes/folderWatch';
import { Lifetime, Slot, type Disposable } from '../../workspace/lifetime';
import { kindOfFolder } from '../editor/editorFolders';

/** The listeners to what happens in and to the reader's own folders. */
export interface FolderEvents {
  /** Something happened to a file or folder in one of them. */
  inside(uri: string): void;
  /** The folder itself came, went or is another one. */
  itself(folder: string): void;
}

/** Watches the reader's own folders of notes: what is in them, and whether they are there. */
export class OwnFolders extends Lifetime {
  private readonly folders: ReadonlyMap<string, OwnFolder>;

  constructor(uris: readonly string[], events: FolderEvents) {
    super();
    this.folders = new Map(uris.map((uri) => [uri, this.register(new OwnFolder(uri, events))]));
    this.register(
      // Not every file system tells, and a folder far above may be given another name.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.folders.forEach((folder) => void folder.look())),
    );
  }

  /** Resolves when it is known of each whether it is there. Never rejects. */
  async look(): Promise<void> {
    await Promise.all(Array.from(this.folders.values(), (folder) => folder.look()));
  }

  /** Returns whether a folder is there; undefined where nobody knows. */
  isThere(uri: string): boolean | undefined {
    return this.folders.get(uri)?.isThere;
  }
}

class OwnFolder extends Lifetime {
  private readonly inside = this.register(new Slot<Disposable>());
  private readonly itself: FolderWatch;

  constructor(
    private readonly uri: string,
    private readonly events: FolderEvents,
  ) {
    super();
    this.inside.value = this.watchInside();
    let isFirst = true;
    this.itself = this.register(
      new FolderWatch(uri, { kindOf: kindOfFolder, watch }, () => {
        // A watcher of a folder that went away may not know the one that came in its place.
        if (!isFirst) this.inside.value = this.watchInside();
        if (!isFirst) events.itself(uri);
        isFirst = false;
      }),
    );
  }

  get isThere(): boolean | undefined {
    const { kind } = this.itself;
    return kind === undefined || kind === 'unknown' ? undefined : kind === 'folder';
  }

  look(): Promise<void> {
    return this.itself.look();
  }

  /** A folder that is created or deleted is one event, whatever is in it, so all files are watched and not only the notes. */
  private watchInside(): Disposable {
    const pattern = new vscode.RelativePattern(vscode.Uri.parse(this.uri), '**');
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const happened = (uri: vscode.Uri): void => {
      // Some watchers are told only in this way that their folder is gone.
      if (uri.toString() === this.uri) void this.look();
      this.events.inside(uri.toString());
    };
    watcher.onDidCreate(happened);
    watcher.onDidDelete(happened);
    watcher.onDidChange(happened);
    return watcher;
  }
}

function watch(folder: string, happened: (uri: string) => void): Disposable {
  const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder), '*');
  const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true, false);
  watcher.onDidCreate((uri) => happened(uri.toString()));
  watcher.onDidDelete((uri) => happened(uri.toString()));
  return watcher;
}
