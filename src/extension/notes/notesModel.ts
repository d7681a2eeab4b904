import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import { settings as names } from '../editor/contributions';
import { Lifetime, Slot, type Disposable } from '../../workspace/lifetime';
import type { Platform } from '../editor/platform';
import type { NoteFolder, NoteLibrary } from '../model/model';
import type { NoteWorker } from '../../workspace/notes/noteWorker';
import { isNote, NoteShelf } from '../../workspace/notes/noteShelf';
import type { Settings } from '../editor/settings';
import { folderKey, pathBelow } from '../editor/uris';

/** The shipped notes and the reader's own. Nothing is read before {@link ready} is asked for. */
export class NotesModel extends Lifetime implements NoteLibrary {
  private shelves: readonly NoteShelf[] = [];
  private readonly held = this.register(new Slot<Disposable>());
  private loading: Promise<void> | undefined;
  private readonly changed = this.register(new vscode.EventEmitter<ReadonlySet<string>>());
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly shipped: vscode.Uri,
    private readonly reader: NoteWorker,
    private readonly platform: Platform,
    private readonly settings: Settings,
    private readonly log: vscode.LogOutputChannel,
  ) {
    super();
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

  get roots(): readonly vscode.Uri[] {
    const shipped = vscode.Uri.joinPath(this.shipped, this.settings.language);
    const own = new Map(this.settings.notesFolders.map((folder) => [folderKey(folder), folder]));
    own.delete(folderKey(shipped));
    return [shipped, ...own.values()];
  }

  get folders(): readonly NoteFolder[] {
    return this.shelves;
  }

  note(uri: string): Note | undefined {
    for (const shelf of this.shelves) {
      const note = shelf.note(uri);
      if (note !== undefined) return note;
    }
    return undefined;
  }

  /** All notes, those on the shelf that comes first before the others. */
  all(): readonly Note[] {
    return this.shelves.flatMap(({ notes }) => notes);
  }

  folderOf(uri: string): NoteFolder | undefined {
    return this.shelves.find((shelf) => shelf.note(uri) !== undefined);
  }

  async sectionTexts(note: Note): Promise<readonly string[]> {
    return (await this.reader.sectionTexts(note)) ?? [];
  }

  ready(): Promise<void> {
    return (this.loading ??= this.load());
  }

  /** Reads everything anew. */
  async reload(): Promise<void> {
    this.loading = (this.loading ?? Promise.resolve()).then(() => this.load());
    await this.loading;
  }

  private async reloadIfLoaded(): Promise<void> {
    if (this.loading !== undefined) await this.reload();
  }

  private async load(): Promise<void> {
    const began = performance.now();
    const shelves = this.roots.map((root, index) => new NoteShelf(root, index > 0, this.platform.folders, this.reader));
    await Promise.all(shelves.map((shelf) => shelf.load()));
    if (this.isDisposed) {
      for (const shelf of shelves) shelf.dispose();
      return;
    }
    const gone = this.shelves.flatMap(({ notes }) => notes.map(({ uri }) => uri));
    this.shelves = shelves;
    const listening = shelves.map((shelf) => shelf.onDidChange((uris) => this.changed.fire(uris)));
    this.held.value = vscode.Disposable.from(...listening, ...shelves);
    const notes = shelves.flatMap((shelf) => shelf.notes);
    this.log.info(`${notes.length} notes of ${shelves.length} folders read in ${(performance.now() - began).toFixed(0)} ms`);
    for (const { uri, unreadable } of shelves) if (unreadable !== undefined) this.log.warn(`${uri.toString()}: ${unreadable}`);
    this.changed.fire(new Set([...gone, ...notes.map(({ uri }) => uri)]));
  }

  private touch(document: vscode.TextDocument): void {
    if (!isNote(document.uri.path)) return;
    for (const shelf of this.shelves) {
      if (pathBelow(shelf.uri, document.uri) !== undefined) shelf.touch(document.uri.toString());
    }
  }
}
