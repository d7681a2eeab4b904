import * as vscode from 'vscode';
import type { Note, NotesOutline } from '../../core/notes/note';
import { childUri, type Folders } from '../../source/folders';
import { unsavedDocuments } from '../../extension/editor/openTexts';
import { Debounced, Lifetime } from '../lifetime';
import type { NoteFolder } from '../../extension/model/model';
import type { NoteWorker } from './noteWorker';
import { folderKey } from '../../extension/editor/uris';

/** Folders that hold no notes and may be large. */
const skipped = new Set(['node_modules', 'dist', 'target', 'build']);
const deepest = 16;
/** Milliseconds of quiet after a keystroke, or after an event of the disk, until notes are read again. */
const quiet = 150;

/** One folder of notes, kept true to the disk and to what is typed in editors. */
export class NoteShelf extends Lifetime implements NoteFolder {
  readonly outlineUri: vscode.Uri;
  private contents: NotesOutline | undefined;
  private readonly byUri = new Map<string, Note>();
  private sorted: readonly Note[] | undefined;
  private failure: string | undefined;
  private readonly stale = new Set<string>();
  private readonly refreshing = this.register(new Debounced(quiet, () => void this.refresh()));
  private readonly changed = this.register(new vscode.EventEmitter<ReadonlySet<string>>());
  readonly onDidChange = this.changed.event;

  constructor(
    readonly uri: vscode.Uri,
    readonly own: boolean,
    private readonly folders: Folders,
    private readonly reader: NoteWorker,
  ) {
    super();
    this.outlineUri = vscode.Uri.joinPath(uri, 'README.md');
    if (own) this.watch();
  }

  get title(): string {
    return this.contents?.title ?? this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1);
  }

  get outline(): NotesOutline | undefined {
    return this.contents;
  }

  get unreadable(): string | undefined {
    return this.failure;
  }

  get notes(): readonly Note[] {
    return (this.sorted ??= [...this.byUri.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1)));
  }

  note(uri: string): Note | undefined {
    return this.byUri.get(uri);
  }

  /** Reads everything. */
  async load(): Promise<void> {
    const found: string[] = [];
    try {
      await this.list(folderKey(this.uri), 0, new Set(), found);
      this.failure = found.length === 0 ? vscode.l10n.t('There are no Markdown files in this folder.') : undefined;
    } catch (error) {
      this.failure = vscode.l10n.t('The folder cannot be read: {0}', error instanceof Error ? error.message : String(error));
    }
    for (const uri of this.byUri.keys()) if (!found.includes(uri)) found.push(uri);
    for (const uri of found) this.stale.add(uri);
    await this.refresh();
  }

  /** Something happened to a note: it is read again soon. */
  touch(uri: string): void {
    this.stale.add(uri);
    this.refreshing.request();
  }

  private async refresh(): Promise<void> {
    const uris = [...this.stale];
    this.stale.clear();
    await Promise.all(uris.map((uri) => this.refreshOne(uri)));
    if (uris.length > 0 && !this.isDisposed) this.changed.fire(new Set(uris));
  }

  private async refreshOne(uri: string): Promise<void> {
    const isOutline = uri === this.outlineUri.toString();
    const content = await this.read(uri);
    const read = content === undefined ? undefined : await this.reader.read({ uri, content, isOutline });
    if (this.isDisposed) return;
    this.sorted = undefined;
    if (read === undefined) this.byUri.delete(uri);
    else this.byUri.set(uri, read.note);
    if (isOutline) this.contents = read?.outline;
  }

  /** What is typed and not saved counts. Else the disk does: a document may be an old one, as where its file was deleted and came again. */
  private async read(uri: string): Promise<string | Uint8Array | undefined> {
    return unsavedDocuments().get(uri)?.getText() ?? (await this.folders.read(uri));
  }

  private async list(folder: string, depth: number, seen: Set<string>, found: string[]): Promise<void> {
    const identity = await this.folders.identity(folder);
    if (seen.has(identity) || depth > deepest) return;
    seen.add(identity);
    for (const { name, kind } of await this.folders.list(folder)) {
      const child = childUri(folder, name);
      if (kind === 'file' && isNote(name)) found.push(vscode.Uri.parse(child).toString());
      else if (kind === 'folder' && !name.startsWith('.') && !skipped.has(name)) await this.list(child, depth + 1, seen, found);
    }
  }

  private watch(): void {
    const watcher = this.register(vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.uri, '**/*.md')));
    const touch = (uri: vscode.Uri) => this.touch(uri.toString());
    this.register(watcher.onDidCreate(touch));
    this.register(watcher.onDidChange(touch));
    this.register(watcher.onDidDelete(touch));
  }
}

/** Whether a file is a note by its name. */
export function isNote(name: string): boolean {
  return /\.(md|markdown)$/i.test(name);
}
