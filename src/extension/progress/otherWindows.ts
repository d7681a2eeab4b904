import * as vscode from 'vscode';
import { ReadMarks } from '../../core/progress/readMarks';
import { parseMarks, printMarks } from '../../core/progress/sharedMarks';
import { Debounced, Lifetime } from '../../workspace/lifetime';
import { isMissing } from '../editor/editorFolders';

/** The milliseconds within which marks go to the other windows together. */
const together = 100;
/** The milliseconds of quiet after the file has changed until it is read. Nobody is told that all of it is written. */
const quiet = 200;

/**
 * Shares marks between the windows of a profile: the editor's storage does not tell of what another window has stored, and in a
 * browser takes it there only seconds later. The marks stand in a file that each window writes and watches.
 */
export class OtherWindows extends Lifetime {
  private readonly folder: vscode.Uri;
  private readonly file: vscode.Uri;
  private waiting = new ReadMarks();
  private readonly writing = this.register(new Debounced(together, () => void this.write()));
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  private readonly noticing = this.register(new Debounced(quiet, () => this.changed.fire()));
  /** Fires where others may have said more: another window, and while this one had no focus another machine. */
  readonly onMayHaveChanged = this.changed.event;
  private isWatching = false;

  constructor(
    storage: vscode.Uri,
    private readonly log: Pick<vscode.LogOutputChannel, 'warn'>,
  ) {
    super();
    this.folder = vscode.Uri.joinPath(storage, 'progress');
    this.file = vscode.Uri.joinPath(this.folder, 'marks.json');
    this.register(vscode.window.onDidChangeWindowState(({ focused }) => focused && this.changed.fire()));
  }

  /** Begins to listen; the event fires for what is there already. Does nothing the second time. */
  watch(): void {
    if (this.isWatching) return;
    this.isWatching = true;
    const watcher = this.register(vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.folder, '*')));
    this.register(watcher.onDidCreate(() => this.noticing.request()));
    this.register(watcher.onDidChange(() => this.noticing.request()));
    this.noticing.request();
    // Not every file system can watch a folder that comes later.
    vscode.workspace.fs.createDirectory(this.folder).then(undefined, (error: unknown) => this.failed(error));
  }

  /** Returns the marks that the windows have shared; undefined where that cannot be told now. Never rejects. */
  async read(): Promise<ReadMarks | undefined> {
    try {
      return parseMarks(new TextDecoder().decode(await vscode.workspace.fs.readFile(this.file)));
    } catch (error) {
      if (isMissing(error)) return new ReadMarks();
      this.failed(error);
      return undefined;
    }
  }

  /** Gives marks to the other windows soon. */
  share(marks: ReadMarks): void {
    this.waiting = marks;
    this.writing.request();
  }

  /** What another window has written just now and is not in these marks, that window writes again when it reads them. */
  private async write(): Promise<void> {
    try {
      await vscode.workspace.fs.writeFile(this.file, new TextEncoder().encode(printMarks(this.waiting)));
    } catch (error) {
      this.failed(error);
    }
  }

  private failed(error: unknown): void {
    this.log.warn(`Progress cannot be shared with other windows: ${String(error)}`);
  }
}
