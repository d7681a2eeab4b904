import * as vscode from 'vscode';
import { languageOf } from '../../core/syntax/language';
import type { SourceRequest } from '../../protocol/worker';
import { listSourceFiles } from '../../source/walk';
import { Lifetime } from '../lifetime';
import type { Platform } from '../platform';
import type { BindingsModel } from './bindingsModel';
import type { KafkaTree } from './kafkaTree';
import type { SourceReader } from './sourceReader';
import type { TreesModel } from './treesModel';
import { folderKey } from './uris';

/** Files that the worker reads in one go: some 20 ms of its time, so that an urgent file never waits long. */
const batch = 16;

/**
 * Reads the source trees: what the reader looks at first, then what notes point into, then the rest of the active tree.
 * One batch at a time is with the worker.
 */
export class ReadingQueue extends Lifetime {
  /** Files to read before all others, read before or not. */
  private readonly urgent = new Map<KafkaTree, Set<string>>();
  /** Files of each tree that were not asked for yet, the last first. */
  private readonly rest = new Map<KafkaTree, string[]>();
  /** URIs of the files that are with the worker: an editor that shows one need not ask for it too. */
  private readonly asked = new Set<string>();
  /** Files that went away while a batch is with the worker. */
  private readonly gone = new Set<string>();
  private running = false;
  /** How often it was said that there may be something to do. */
  private wakes = 0;
  private failure: string | undefined;
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  /** Reading failed for good, or goes on again. */
  readonly onDidChangeFailure = this.changed.event;

  constructor(
    private readonly trees: TreesModel,
    private readonly bindings: BindingsModel,
    private readonly reader: SourceReader,
    private readonly platform: Platform,
    private readonly log: vscode.LogOutputChannel,
  ) {
    super();
    this.register(trees.onDidChange(() => this.enterTrees()));
    this.register(bindings.onDidChange(() => this.wake()));
    this.register(vscode.window.onDidChangeVisibleTextEditors(() => this.enterEditors()));
    this.register(vscode.window.onDidChangeActiveTextEditor(() => this.enterEditors()));
  }

  /** Why nothing is read any more. */
  get failed(): string | undefined {
    return this.failure;
  }

  /** Reads this file next, again where it was read before. */
  hasten(tree: KafkaTree, file: string): void {
    const files = this.urgent.get(tree);
    if (files === undefined) this.urgent.set(tree, new Set([file]));
    else files.add(file);
    this.wake();
  }

  /** The file is gone: what is known of it goes too, and it is not read any more. */
  forget(tree: KafkaTree, file: string): void {
    this.urgent.get(tree)?.delete(file);
    this.asked.delete(tree.uriOf(file).toString());
    this.gone.add(file);
    tree.remove(file);
  }

  /** Starts the work again: there may be something to do. */
  wake(): void {
    this.wakes++;
    if (!this.running && this.failure === undefined) void this.run();
  }

  /** After the worker was given up: everything that is missing is tried once more. */
  retry(): void {
    this.reader.retry();
    this.failure = undefined;
    this.changed.fire();
    for (const tree of this.trees.all) for (const file of tree.table.unread().keys()) this.hasten(tree, file);
    this.wake();
  }

  private enterTrees(): void {
    for (const tree of this.rest.keys()) {
      if (this.trees.all.includes(tree)) continue;
      this.rest.delete(tree);
      this.urgent.delete(tree);
    }
    this.enterEditors();
    const { active } = this.trees;
    if (active !== undefined && !this.rest.has(active)) void this.list(active);
    this.wake();
  }

  /** What the reader sees comes first; the editor in front before those beside it. */
  private enterEditors(): void {
    const front = vscode.window.activeTextEditor;
    for (const editor of [...(front === undefined ? [] : [front]), ...vscode.window.visibleTextEditors]) {
      const tree = this.trees.of(editor.document.uri);
      const file = tree?.fileOf(editor.document.uri);
      if (tree === undefined || file === undefined || languageOf(file) === undefined) continue;
      if (!this.rest.has(tree)) void this.list(tree);
      const isComing = this.asked.has(editor.document.uri.toString());
      if (tree.table.reading(file) === undefined && !isComing) this.hasten(tree, file);
    }
  }

  private async list(tree: KafkaTree): Promise<void> {
    this.rest.set(tree, []);
    const began = performance.now();
    const { files, unreadable } = await listSourceFiles(folderKey(tree.root), this.platform.folders, () => this.isDisposed);
    if (this.isDisposed || !this.rest.has(tree)) return;
    this.log.info(
      `${files.length} source files in ${tree.root.toString()}, listed in ${(performance.now() - began).toFixed(0)} ms`,
    );
    for (const { folder, detail } of unreadable) this.log.warn(`${folder} in ${tree.root.toString()} cannot be read: ${detail}`);
    tree.list(files);
    const later = (file: string) => (/(^|\/)(test|it|jmh)(\/|-)|\/generated\//.test(file) ? 0 : 1);
    this.rest.set(
      tree,
      files.toSorted((a, b) => later(a) - later(b)),
    );
    this.wake();
  }

  private async run(): Promise<void> {
    this.running = true;
    const began = performance.now();
    const before = this.trees.active?.progress.read ?? 0;
    try {
      let seen: number;
      do {
        seen = this.wakes;
        while (!this.isDisposed && (await this.step()));
        // What was asked for while the last step found nothing to do must not wait for the next one who asks.
      } while (!this.isDisposed && seen !== this.wakes);
      const active = this.trees.active;
      const read = (active?.progress.read ?? 0) - before;
      if (active !== undefined && read > 0) this.log.info(`${read} files read in ${(performance.now() - began).toFixed(0)} ms`);
    } catch (error) {
      if (this.isDisposed) return;
      this.failure = error instanceof Error ? error.message : String(error);
      this.log.error(`Reading stopped: ${this.failure}`);
      this.changed.fire();
    } finally {
      this.running = false;
    }
  }

  /** Does the most urgent thing; false where there is nothing to do. */
  private async step(): Promise<boolean> {
    const { active, all } = this.trees;
    const trees = active === undefined ? all : [active, ...all.filter((tree) => tree !== active)];
    for (const tree of trees) {
      const files = this.take(this.urgent.get(tree));
      if (files.length > 0) return this.outline(tree, files);
    }
    if (active === undefined) return false;
    const bindings = this.bindings.of(active);
    const quotes = bindings.nextQuotes(this.inSight(active));
    if (quotes !== undefined) {
      const { file, searches } = quotes;
      bindings.answer(searches, await this.reader.locate(request(active, file, dirtyTexts()), searches));
      return true;
    }
    const wanted = bindings.waitingFor(batch);
    if (wanted.length > 0) return this.outline(active, wanted);
    const rest = this.takeRest(active);
    return rest.length > 0 && this.outline(active, rest);
  }

  private inSight(tree: KafkaTree): ReadonlySet<string> {
    const files = vscode.window.visibleTextEditors.map(({ document }) => tree.fileOf(document.uri));
    return new Set(files.filter((file) => file !== undefined));
  }

  private take(files: Set<string> | undefined): string[] {
    const taken = [...(files ?? [])].slice(0, batch);
    for (const file of taken) files?.delete(file);
    return taken;
  }

  private takeRest(tree: KafkaTree): string[] {
    const [rest, taken] = [this.rest.get(tree) ?? [], new Array<string>()];
    // Small batches first: what is urgent while all is still cold, the notes' quotes above all, must not wait for sixteen files.
    const most = Math.min(batch, Math.max(1, tree.progress.read));
    while (taken.length < most) {
      const file = rest.pop();
      if (file === undefined) break;
      if (tree.table.files.has(file) && tree.table.reading(file) === undefined) taken.push(file);
    }
    return taken;
  }

  private async outline(tree: KafkaTree, files: readonly string[]): Promise<boolean> {
    this.gone.clear();
    const dirty = dirtyTexts();
    const requests = files.map((file) => request(tree, file, dirty));
    for (const { uri } of requests) this.asked.add(uri);
    const readings = await this.reader.outline(requests).finally(() => this.asked.clear());
    // What was asked for again meanwhile, because it was typed in or is gone, is not taken from this answer.
    const again = this.urgent.get(tree);
    const known = readings.filter(({ file }) => again?.has(file) !== true && !this.gone.has(file));
    for (const reading of known) {
      if ('unread' in reading)
        this.log.warn(`${tree.uriOf(reading.file).toString()} is not read: ${reading.unread} ${reading.detail ?? ''}`);
    }
    tree.set(known);
    return true;
  }
}

/** The texts that editors hold and the disk does not, by their URI. */
function dirtyTexts(): ReadonlyMap<string, vscode.TextDocument> {
  const dirty = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
  return new Map(dirty.map((document) => [document.uri.toString(), document]));
}

function request(tree: KafkaTree, file: string, dirty: ReadonlyMap<string, vscode.TextDocument>): SourceRequest {
  const uri = tree.uriOf(file).toString();
  const open = dirty.get(uri);
  return { file, uri, ...(open === undefined ? {} : { text: open.getText() }) };
}
