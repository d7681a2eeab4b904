import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { hostCalls } from './indexing/hostCalls';
import { registerCommands } from './registerCommands';
import { contextKeys } from './editor/contributions';
import { registerFeatures } from './features';
import { Later, type Disposable } from '../workspace/lifetime';
import { began } from './loadTime';
import { registerMap } from './map/registerMap';
import { extendPreview } from './markdown/preview';
import { PreviewRefresh } from './markdown/previewRefresh';
import { BindingsModel } from './bindings/bindingsModel';
import { CursorModel } from './panel/cursorModel';
import { ExcerptsModel } from './excerpts/excerptsModel';
import { FirstSight } from './panel/firstSight';
import { Follower } from './panel/follower';
import type { Model } from './model/model';
import { BoundNotes } from '../workspace/boundNotes';
import { IndexedTrees } from '../workspace/indexing/indexedTrees';
import { createIndexingPool, FrontWorker } from '../workspace/indexing/indexingWorkers';
import { Slices } from '../workspace/indexing/slices';
import { reportOnce } from '../core/util/report';
import { NoteWorker } from '../workspace/notes/noteWorker';
import { NotesModel } from './notes/notesModel';
import { PreparedNotes } from '../workspace/notes/preparedNotes';
import { NoteAndCode } from './panel/noteAndCode';
import { NoteSurfaces } from './panel/noteSurfaces';
import { PanelHistory } from './panel/panelHistory';
import { Settings } from './editor/settings';
import { Settler } from './navigation/settler';
import { FolderDialogs } from './editor/folderDialogs';
import { EditorFiles, isFile } from './indexing/editorFiles';
import { TreesModel } from './indexing/treesModel';
import { Uses } from './uses/uses';
import { VisitingNotes } from './notes/visitingNotes';
import { Navigator } from './navigation/navigator';
import { Revealer } from './navigation/reveal';
import type { Platform } from './editor/platform';
import { OtherWindows } from './progress/otherWindows';
import { ProgressModel } from './progress/progressModel';
import { ProgressStore } from './progress/progressStore';
import { ReferenceLoader } from './references/registerReferences';
import { SearchCommands } from './search/searchCommands';
import { SourceCommands } from './source/sourceCommands';
import { ReachedSteps } from './start/reachedSteps';
import { TrailStore } from './trails/trailStore';
import { TrailWalk } from './trails/trailWalk';
import { registerContextKeys } from './contextKeys';
import { registerOutline } from './outline/registerOutline';
import { registerPanel } from './panel/registerPanel';

/** The milliseconds that loading the code took. The editor does other things between that and calling `activate`. */
const loading = performance.now() - began;

/** The extension's interface for VS Code's Markdown preview and for tests. */
export interface Exports {
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
  readonly model: Model;
}

/** Puts the extension together. Nothing is indexed or parsed yet: that starts when a source tree is found or a view is opened. */
export function activate(context: vscode.ExtensionContext, platform: Platform): Exports {
  const started = performance.now();
  const { extensionUri, globalStorageUri, subscriptions } = context;
  const own = <T extends Disposable>(one: T): T => {
    subscriptions.push(one);
    return one;
  };
  const log = own(vscode.window.createOutputChannel('Kafka Notes', { log: true }));
  const report = reportOnce(log);
  const settings = new Settings(platform);

  const slices = new Slices();
  const prepared = new PreparedNotes(extensionUri.toString(), platform.folders, slices);
  const noteWorker = own(new NoteWorker(() => platform.createWorker('noteWorker'), prepared, log));
  const notes = own(new NotesModel(vscode.Uri.joinPath(extensionUri, 'notes'), noteWorker, platform, settings, log));
  const visiting = own(new VisitingNotes(notes, noteWorker));
  const indexed = own(new IndexedTrees({ slices, log }));
  const trees = own(new TreesModel(indexed, globalStorageUri, platform, settings, log));
  const means = {
    create: () => platform.createWorker('worker'),
    calls: hostCalls(extensionUri, vscode.Uri.joinPath(globalStorageUri, 'outlines'), log),
    parallelism: platform.parallelism,
  };
  const bound = own(
    new BoundNotes({
      trees: indexed,
      sources: [notes, visiting],
      folders: platform.folders,
      listed: platform.project.listed,
      loadSymbols: platform.project.loadSymbols,
      isFile: (uri) => isFile(uri, log),
      open: own(new EditorFiles(trees)),
      pool: createIndexingPool(means, log),
      slices,
      log,
    }),
  );
  const { indexing } = bound;
  const bindings = own(new BindingsModel(bound, notes, trees));
  const front = own(new FrontWorker(means, log));
  const uses = own(new Uses(trees, front, platform.project.loadLibraryNames, slices));

  const cursor = own(new CursorModel(trees, bindings));
  const panel = own(new PanelHistory());
  own(panel.onDidChange(() => void trees.useObtained()));
  const follower = own(new Follower(cursor, panel, settings));
  const revealer = own(new Revealer());
  const excerpts = own(new ExcerptsModel(trees, bindings, platform.folders));
  const parts = { notes, trees, bindings, excerpts, cursor, panel };
  const surfaces = new NoteSurfaces();
  const navigation = new Navigator(parts, new Settler(bindings), follower, revealer, surfaces, platform.folders);
  const progress = own(
    new ProgressModel(notes, new ProgressStore(context.globalState), own(new OtherWindows(globalStorageUri, log)), log),
  );
  const trails = own(new TrailWalk({ ...parts, navigation, progress }, new TrailStore(context.workspaceState)));
  const model: Model = { ...parts, navigation, progress, trails };

  const reached = own(new ReachedSteps(context.globalState, trails));
  const references = own(new ReferenceLoader({ model, visiting, noteWorker, uses }));
  const dialogs = new FolderDialogs({
    memento: context.globalState,
    home: platform.home,
    isInSource: (uri) => trees.of(uri) !== undefined,
  });
  const source = new SourceCommands(globalStorageUri, trees, platform, dialogs, log);
  const pages = own(registerPanel(model, surfaces, extensionUri, report));
  const noteAndCode = own(new NoteAndCode(pages, surfaces));
  const map = own(registerMap({ model, slices, useObtained: () => trees.useObtained(), extensionUri, report }));
  const search = own(
    new SearchCommands({
      model,
      trees,
      panel,
      navigator: navigation,
      follower,
      revealer,
      pages,
      whenOpened: () => reached.reach('way'),
      uses,
      folders: platform.folders,
      vocabulary: platform.project.vocabulary,
      slices,
      log,
      report,
    }),
  );
  own(
    registerCommands({
      model,
      notes,
      trees,
      visiting,
      indexing,
      settings,
      revealer,
      search,
      source,
      pages,
      noteAndCode,
      map,
      references,
      progress,
      reached,
      platform,
      dialogs,
      noteWorker,
      slices,
      log,
    }),
  );
  const refresh = own(new PreviewRefresh(model));
  // Registers the views in the next turn, so that the editor has its commands first.
  own(
    new Later(0, () => {
      own(registerOutline(model, slices));
      own(registerContextKeys(model, reached));
      own(new FirstSight(trees, surfaces, context));
      const { folders } = platform;
      own(
        registerFeatures({
          model,
          notes,
          visiting,
          indexing,
          slices,
          log,
          settings,
          uses,
          references,
          worker: front,
          folders,
          extensionUri,
        }),
      );
      void trees.ready();
    }),
  );

  void vscode.commands.executeCommand('setContext', contextKeys.source, 'looking');
  log.info(`Activated in ${(performance.now() - started).toFixed(1)} ms, loaded in ${loading.toFixed(1)} ms`);
  return { extendMarkdownIt: (md) => extendPreview(md, model, refresh), model };
}
