import * as vscode from 'vscode';
import type { Note, NotesOutline } from '../../core/notes/note';
import { definitionsIn, type Quotation } from '../../core/notes/quote/quotation';
import { prefixOf } from '../../source/folders';
import type { UnreadFolder } from '../../source/walk';
import { Lifetime, Slot, type Disposable } from '../../workspace/lifetime';
import { alertWords } from '../editor/alertWords';
import { isNote } from '../../workspace/notes/noteFiles';
import type { NoteRoot, NoteShelf } from '../../workspace/notes/noteShelf';
import { NoteShelves } from '../../workspace/notes/noteShelves';
import type { NoteWorker } from '../../workspace/notes/noteWorker';
import { settings as names } from '../editor/contributions';
import { kindOfFolder, readSource } from '../editor/editorFolders';
import { unsavedText } from '../editor/openTexts';
import type { Settings } from '../editor/settings';
import { folderKey } from '../editor/uris';
import { saidBySystem } from '../editor/words';
import type { NoteFolder, NoteLibrary } from '../model/model';
import type { Platform } from '../editor/platform';
import { OwnFolders } from './ownFolders';

/**
 * Holds the shipped notes and the reader's own, as the settings name them. It reads nothing before {@link ready} is asked for.
 */
export class NotesModel extends Lifetime implements NoteLibrary {
  readonly shelves: NoteShelves;
  private readonly known = new WeakMap<NoteShelf, NoteFolder>();
  private readonly watching = this.register(new Slot<Disposable>());
  private readonly fileChanged = this.register(new vscode.EventEmitter<string>());
  /** Fires with the URI of each file or folder in the reader's own folders that was created, changed or deleted. */
  readonly onDidChangeFile = this.fileChanged.event;
  private loading: Promise<void> | undefined;

  constructor(
    private readonly shipped: vscode.Uri,
    private readonly parsing: NoteWorker,
    platform: Platform,
    private readonly settings: Settings,
    private readonly log: vscode.LogOutputChannel,
  ) {
    super();
    const { folders } = platform;
    this.shelves = this.register(new NoteShelves({ folders, readFile: readSource, parsing, unsaved: unsavedText, kindOf: kindOfFolder, log }));
    this.register(vscode.workspace.onDidChangeTextDocument(({ document }) => this.touch(document)));
    this.register(vscode.workspace.onDidCloseTextDocument((document) => this.touch(document)));
    this.register(vscode.workspace.onDidGrantWorkspaceTrust(() => void this.reloadIfLoaded()));
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        const ours = [names.language, names.notesFolders].some((name) => event.affectsConfiguration(`${names.section}.${name}`));
        if (ours) void this.reloadIfLoaded();
      }),
    );
  }

  get onDidChange(): vscode.Event<ReadonlySet<string>> {
    return this.shelves.onDidChange;
  }

  get roots(): readonly vscode.Uri[] {
    const shipped = vscode.Uri.joinPath(this.shipped, this.settings.language);
    const own = new Map(this.settings.notesFolders.map((folder) => [folderKey(folder), folder]));
    own.delete(folderKey(shipped));
    return [...own.values(), shipped];
  }

  get folders(): readonly NoteFolder[] {
    return this.shelves.all.map((shelf) => this.folder(shelf));
  }

  note(uri: string): Note | undefined {
    return this.shelves.note(uri);
  }

  /** Returns all notes, the reader's own before the shipped ones. */
  all(): readonly Note[] {
    return this.shelves.notes;
  }

  isOwn(uri: string): boolean {
    return this.shelves.shelfOf(uri)?.own === true;
  }

  folderOf(uri: string): NoteFolder | undefined {
    const shelf = this.shelves.shelfOf(uri);
    return shelf === undefined ? undefined : this.folder(shelf);
  }

  quote(note: Note, passage: string): Promise<Quotation | undefined> {
    const folder = vscode.Uri.joinPath(vscode.Uri.parse(note.uri), '..');
    const root = this.folderOf(note.uri)?.uri ?? folder;
    const [base, around] = [prefixOf(folder.toString()), prefixOf(root.toString())];
    return this.parsing.quote(note, { passage, definitions: definitionsIn(note), base, root: around, alerts: alertWords() });
  }

  async sectionTexts(note: Note): Promise<readonly string[]> {
    return (await this.parsing.sectionTexts(note)) ?? [];
  }

  ready(): Promise<void> {
    return (this.loading ??= this.load());
  }

  /** Reads all notes again. */
  async reload(): Promise<void> {
    this.loading = (this.loading ?? Promise.resolve()).then(() => this.load());
    await this.loading;
  }

  private async reloadIfLoaded(): Promise<void> {
    if (this.loading !== undefined) await this.reload();
  }

  private async load(): Promise<void> {
    const began = performance.now();
    const roots = this.roots.map((root, index, all): NoteRoot => ({ uri: folderKey(root), own: index < all.length - 1 }));
    // The watchers come first, because changes while the folders are read count as well.
    const own = roots.flatMap((root) => (root.own ? [root.uri] : []));
    const watched = new OwnFolders(own, {
      inside: (uri) => this.happened(uri),
      itself: (folder) => {
        this.shelves.relist(folder);
        this.fileChanged.fire(folder);
      },
    });
    this.watching.value = watched;
    await Promise.all([this.shelves.load(roots), watched.look()]);
    for (const { uri, kind } of this.shelves.all) {
      const isThere = watched.isThere(uri);
      if (isThere !== undefined && isThere !== (kind === 'folder')) this.shelves.relist(uri);
    }
    const { all, notes } = this.shelves;
    this.log.info(`${notes.length} notes of ${all.length} folders read in ${(performance.now() - began).toFixed(0)} ms`);
    for (const { uri, unreadable } of all)
      for (const { folder, detail } of unreadable) this.log.warn(`${uri}/${folder} cannot be read: ${detail}`);
  }

  private happened(uri: string): void {
    this.shelves.touch(uri);
    this.fileChanged.fire(uri);
  }

  private touch({ uri }: vscode.TextDocument): void {
    if (isNote(uri.path) && this.shelves.note(uri.toString()) !== undefined) this.shelves.touch(uri.toString());
  }

  private folder(shelf: NoteShelf): NoteFolder {
    const folder = this.known.get(shelf) ?? new ShownFolder(shelf);
    this.known.set(shelf, folder);
    return folder;
  }
}

function describeUnread({ detail, bound }: UnreadFolder): string {
  if (bound === undefined) return vscode.l10n.t('The folder cannot be read: {0}', saidBySystem(detail));
  return bound.of === 'depth'
    ? vscode.l10n.t('The folder lies more than {0} folders deep.', bound.most)
    : vscode.l10n.t('The folder holds more than {0} files and folders.', bound.most);
}

/** A folder of notes with the editor's URIs and words. */
class ShownFolder implements NoteFolder {
  readonly uri: vscode.Uri;
  readonly own: boolean;
  readonly outlineUri: vscode.Uri;

  constructor(private readonly shelf: NoteShelf) {
    this.uri = vscode.Uri.parse(shelf.uri);
    this.own = shelf.own;
    this.outlineUri = vscode.Uri.parse(shelf.outlineUri);
  }

  get title(): string {
    return this.shelf.title;
  }

  get outline(): NotesOutline | undefined {
    return this.shelf.outline;
  }

  get notes(): readonly Note[] {
    return this.shelf.notes;
  }

  get unreadable(): string | undefined {
    const itself = this.shelf.unreadable.find(({ folder }) => folder === '');
    if (itself !== undefined) return describeUnread(itself);
    return this.missing() ?? (this.notes.length === 0 ? vscode.l10n.t('There are no Markdown files in this folder.') : undefined);
  }

  private missing(): string | undefined {
    const { kind, hasBeen } = this.shelf;
    const path = this.uri.scheme === 'file' ? this.uri.fsPath : this.uri.toString(true);
    switch (kind) {
      case 'missing':
        return hasBeen
          ? vscode.l10n.t('The folder is gone: {0}. Once it is back, so are its notes.', path)
          : vscode.l10n.t('There is no such folder yet: {0}. Once it is there, its notes are shown here.', path);
      case 'file':
        return vscode.l10n.t('It is a file and not a folder: {0}', path);
      case 'folder':
      case 'unknown':
        return undefined;
      default:
        return kind satisfies never;
    }
  }
}
