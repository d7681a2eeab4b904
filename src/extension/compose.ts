import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { hostCalls } from './adapters/hostCalls';
import { registerCommands } from './commands/registerCommands';
import { contextKeys } from './contributions';
import { registerFeatures } from './features';
import { Later, type Disposable } from './lifetime';
import { began } from './loadTime';
import { registerMap } from './map/registerMap';
import { extendPreview } from './markdown/preview';
import { PreviewRefresh } from './markdown/previewRefresh';
import { BindingsModel } from './model/bindingsModel';
import { CursorModel } from './model/cursorModel';
import { Follower } from './model/follower';
import type { Model } from './model/model';
import { FrontWorker } from './model/frontWorker';
import { NoteReader } from './model/noteReader';
import { NotesModel } from './model/notesModel';
import { PreparedNotes } from './model/preparedNotes';
import { ReadingHistory } from './model/readingHistory';
import { ReadingQueue } from './model/readingQueue';
import { Settings } from './model/settings';
import { Settler } from './model/settler';
import { SourceChanges } from './model/sourceChanges';
import { SourceListing } from './model/sourceListing';
import { createSourcePool } from './model/sourcePool';
import { TreesModel } from './model/treesModel';
import { Uses } from './model/uses';
import { VisitingNotes } from './model/visitingNotes';
import { WorkerClient } from './model/workerClient';
import { Navigator } from './navigation/navigator';
import { Revealer } from './navigation/reveal';
import type { Platform } from './platform';
import { ProgressModel } from './progress/progressModel';
import { ProgressStore } from './progress/progressStore';
import { ReferenceLoader } from './references/registerReferences';
import { SearchCommands } from './search/searchCommands';
import { SourceCommands } from './source/sourceCommands';
import { TrailStore } from './trails/trailStore';
import { TrailWalk } from './trails/trailWalk';
import { registerContextKeys } from './views/contextKeys';
import { registerOutline } from './views/outline/registerOutline';
import { registerPanel } from './views/panel/registerPanel';

/** Milliseconds that loading all of the code took. Then the editor does other things before it calls `activate`. */
const loading = performance.now() - began;

/** What the extension gives to others: VS Code's Markdown preview, and tests. */
export interface Exports {
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
  readonly model: Model;
}

/** Puts the extension together. Nothing is read here: that starts when a source tree was found, or when a view is opened. */
export function activate(context: vscode.ExtensionContext, platform: Platform): Exports {
  const started = performance.now();
  const { extensionUri, globalStorageUri, subscriptions } = context;
  const own = <T extends Disposable>(one: T): T => {
    subscriptions.push(one);
    return one;
  };
  const log = own(vscode.window.createOutputChannel('Kafka Notes', { log: true }));
  const settings = new Settings(platform);

  const noteReader = own(new NoteReader(platform, new PreparedNotes(extensionUri, platform.folders), log));
  const notes = own(new NotesModel(vscode.Uri.joinPath(extensionUri, 'notes'), noteReader, platform, settings, log));
  const visiting = own(new VisitingNotes(notes, noteReader));
  const trees = own(new TreesModel(globalStorageUri, platform, settings, log));
  const bindings = own(new BindingsModel(notes, visiting, trees));
  const means = {
    create: () => platform.createWorker('worker'),
    calls: hostCalls(extensionUri, vscode.Uri.joinPath(globalStorageUri, 'outlines'), log),
    parallelism: platform.parallelism,
  };
  const listing = own(new SourceListing(trees, platform.folders, log));
  const queue = own(new ReadingQueue(trees, bindings, listing, (demand) => createSourcePool(means, log, demand), log));
  own(new SourceChanges(trees, queue));
  const front = own(new FrontWorker(() => new WorkerClient('worker for open files', () => means.create(), means.calls, log)));
  const uses = own(new Uses(trees, front));

  const cursor = own(new CursorModel(trees, bindings));
  const reading = own(new ReadingHistory());
  own(reading.onDidChange(() => void trees.useObtained()));
  const follower = own(new Follower(cursor, reading, settings));
  const revealer = own(new Revealer());
  const parts = { notes, trees, bindings, cursor, reading };
  const navigation = new Navigator(parts, new Settler(bindings), follower, revealer);
  const progress = own(new ProgressModel(notes, new ProgressStore(context.globalState), log));
  const trails = own(new TrailWalk({ ...parts, navigation, progress }, new TrailStore(context.workspaceState)));
  const model: Model = { ...parts, navigation, progress, trails };

  const references = own(new ReferenceLoader({ model, visiting, noteReader, uses }));
  const source = new SourceCommands(globalStorageUri, trees, platform, log);
  const pages = own(registerPanel(model, context));
  const map = own(registerMap({ model, useObtained: () => trees.useObtained(), extensionUri, log }));
  const search = own(new SearchCommands({ model, trees, reading, navigator: navigation, follower, revealer, pages }));
  own(
    registerCommands({ model, notes, trees, visiting, queue, revealer, search, source, pages, map, references, progress, log }),
  );
  const refresh = own(new PreviewRefresh(bindings));
  // The editor has its commands: what is shown, and what follows from the source, comes in a turn of its own.
  own(
    new Later(0, () => {
      own(registerOutline(model));
      own(registerContextKeys(model));
      const { folders } = platform;
      own(registerFeatures({ model, notes, visiting, queue, settings, uses, references, worker: front, folders, extensionUri }));
      void trees.ready();
    }),
  );

  void vscode.commands.executeCommand('setContext', contextKeys.source, 'looking');
  log.info(`Activated in ${(performance.now() - started).toFixed(1)} ms, loaded in ${loading.toFixed(1)} ms`);
  return { extendMarkdownIt: (md) => extendPreview(md, model, refresh), model };
}
