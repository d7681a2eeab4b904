import type { Platform } from './editor/platform';
import * as vscode from 'vscode';
import type { Range } from '../core/util/range';
import { commands, linkCommands, views, type CommandId } from './editor/contributions';
import { Lifetime, type Disposable } from '../workspace/lifetime';
import type { MapPages } from './map/registerMap';
import type { Model, NotePlace } from './model/model';
import type { NoteWorker } from '../workspace/notes/noteWorker';
import type { NotesModel } from './notes/notesModel';
import type { Slices } from '../workspace/indexing/slices';
import type { SourceIndexing } from '../workspace/indexing/sourceIndexing';
import type { TreesModel } from './indexing/treesModel';
import type { VisitingNotes } from './notes/visitingNotes';
import { offerSource } from './navigation/offerSource';
import { isPlace } from './model/isPlace';
import type { FolderDialogs } from './editor/folderDialogs';
import type { Settings } from './editor/settings';
import type { Revealer } from './navigation/reveal';
import { markRead, toggleRead } from './progress/markRead';
import type { ProgressModel } from './progress/progressModel';
import type { ReferenceLoader } from './references/registerReferences';
import type { SearchCommands } from './search/searchCommands';
import type { SourceCommands } from './source/sourceCommands';
import { fromFirstSteps, openWalkthrough } from './start/firstSteps';
import type { ReachedSteps } from './start/reachedSteps';
import { notesInOrder } from './trails/noteOrder';
import { sayInPassing } from './editor/sayInPassing';
import type { NoteAndCode } from './panel/noteAndCode';
import type { NotePages } from './panel/registerPanel';
import { goToCode } from './markdown/goToCode';
import { openNoteAtCursor } from './annotations/openNoteAtCursor';
import { stepToAnnotation } from './annotations/stepToAnnotation';

/** The parts of the extension that commands need. */
export interface CommandParts {
  readonly model: Model;
  readonly notes: NotesModel;
  readonly trees: TreesModel;
  readonly visiting: VisitingNotes;
  readonly indexing: SourceIndexing;
  readonly settings: Settings;
  readonly revealer: Revealer;
  readonly search: SearchCommands;
  readonly source: SourceCommands;
  readonly pages: NotePages;
  readonly noteAndCode: NoteAndCode;
  readonly map: MapPages;
  readonly references: ReferenceLoader;
  readonly progress: ProgressModel;
  readonly reached: ReachedSteps;
  readonly platform: Platform;
  readonly dialogs: FolderDialogs;
  readonly noteWorker: NoteWorker;
  readonly slices: Slices;
  readonly log: vscode.LogOutputChannel;
}

/** Registers each command of package.json, and those that links call. */
export function registerCommands(parts: CommandParts): Disposable {
  const {
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
  } = parts;
  const writing = () => import('./writing/registerWriting');
  const { panel, navigation, trails } = model;
  const handlers: Record<CommandId, (...args: readonly unknown[]) => unknown> = {
    [commands.openNoteAtCursor]: (at) => openNoteAtCursor(model, at),
    [commands.noteAndCode]: () => noteAndCode.toggle(),
    [commands.nextAnnotation]: () => stepToAnnotation(model, settings, revealer, 1),
    [commands.previousAnnotation]: () => stepToAnnotation(model, settings, revealer, -1),
    [commands.goToCode]: () => goToCode(model, visiting),
    [commands.showOutline]: () => vscode.commands.executeCommand(`${views.outline}.focus`),
    [commands.showMap]: () => map.show(),
    [commands.searchNotes]: () => search.open(),
    [commands.openHitBeside]: () => search.openBeside(),
    [commands.openNoteSource]: (item) => withPlace(model, item, (place) => navigation.openSource(place, rangeOf(item))),
    [commands.openNoteBeside]: (item) => withPlace(model, item, (place) => pages.openBeside(place)),
    [commands.findInNote]: () => pages.find(),
    [commands.getSource]: () => source.get(),
    [commands.chooseSourceFolder]: () => source.choose(),
    [commands.chooseNotesFolder]: () => source.chooseNotes(),
    [commands.showSource]: () => source.show(),
    [commands.reloadNotes]: async () => {
      indexing.retry();
      await Promise.all([notes.reload(), trees.look()]);
    },
    [commands.togglePin]: () => panel.pin(!panel.pinned),
    [commands.pin]: () => panel.pin(true),
    [commands.unpin]: () => panel.pin(false),
    [commands.back]: () => panel.back(),
    [commands.forward]: () => panel.forward(),
    [commands.showLog]: () => log.show(),
    [commands.startTrail]: async (item) => (await import('./trails/chooseTrail')).startTrail(model, placeOf(item)?.note),
    [commands.chooseTrail]: async () => (await import('./trails/chooseTrail')).chooseTrail(model),
    [commands.trailMenu]: async () => (await import('./trails/trailMenu')).showTrailMenu(model),
    [commands.nextStep]: () => trails.next(),
    [commands.previousStep]: () => trails.previous(),
    [commands.backToTrail]: () => trails.back(),
    [commands.pauseTrail]: () => trails.pause(),
    [commands.resumeTrail]: () => trails.back(),
    [commands.endTrail]: () => trails.end(),
    [commands.markRead]: (item) => markRead(model, item, true),
    [commands.markUnread]: (item) => markRead(model, item, false),
    [commands.toggleRead]: () => toggleRead(model),
    [commands.exportProgress]: async () => (await import('./progress/progressFiles')).exportProgress(progress, dialogs),
    [commands.importProgress]: async () => (await import('./progress/progressFiles')).importProgress(progress, dialogs),
    [commands.resetProgress]: async () => (await import('./progress/progressFiles')).resetProgress(progress),
    [commands.showReferences]: () => references.view?.show() ?? offerSource(),
    [commands.writeNotes]: async (item) =>
      (await import('./start/writeNotes')).writeNotes(model, platform.project.firstSymbols, dialogs, folderOf(item)),
    [commands.addNote]: async (at) => (await writing()).addNote({ model, dialogs, home: platform.home, noteWorker }, at),
    [commands.copyAnchor]: async (at) => (await writing()).copyAnchor(model, at),
    [commands.insertAnchor]: async () => (await writing()).insertAnchor(model, slices),
    [commands.openWalkthrough]: () => openWalkthrough(model, reached),
  };
  const links: Record<(typeof linkCommands)[keyof typeof linkCommands], (...args: readonly unknown[]) => unknown> = {
    [linkCommands.openAnchor]: (note, text) =>
      typeof note === 'string' && typeof text === 'string' ? navigation.openAnchor(note, text) : undefined,
    [linkCommands.backToCode]: () => noteAndCode.back(),
    [linkCommands.openFile]: (note, href) =>
      typeof note === 'string' && typeof href === 'string' ? navigation.openLink(note, href) : undefined,
    [linkCommands.openSection]: (place) => {
      if (!isPlace(place)) return undefined;
      reached.reach('way');
      return navigation.openSection(place);
    },
    [linkCommands.firstNote]: async () => {
      await model.notes.ready();
      const note = model.notes.folders.flatMap((folder) => notesInOrder(folder))[0]?.uri;
      if (note !== undefined) await navigation.openSection({ note, slug: undefined });
    },
    [linkCommands.firstTrail]: async () => {
      await model.notes.ready();
      const note = model.notes.folders.flatMap((folder) => trails.inFolder(folder))[0]?.uri;
      if (note !== undefined) await trails.start(note);
    },
    [linkCommands.nextAnnotation]: () => stepToAnnotation(model, settings, revealer, 1),
    [linkCommands.goToStep]: (note, trail, index) =>
      typeof note === 'string' && typeof trail === 'string' && typeof index === 'number'
        ? trails.goTo({ note, trail, index })
        : undefined,
    [linkCommands.startTrail]: (note, trail) =>
      typeof note === 'string' && typeof trail === 'string' ? trails.start(note, trail) : undefined,
    [linkCommands.nextStep]: () => trails.next(),
    [linkCommands.markRead]: (place) => (isPlace(place) ? markRead(model, place, true) : undefined),
    [linkCommands.markUnread]: (place) => (isPlace(place) ? markRead(model, place, false) : undefined),
  };
  const owner = new CommandOwner();
  for (const [id, handler] of Object.entries(handlers)) owner.add(id, fromFirstSteps(handler));
  for (const [id, handler] of Object.entries(links)) owner.add(id, handler);
  return owner;
}

class CommandOwner extends Lifetime {
  add(id: string, handler: (...args: readonly unknown[]) => unknown): void {
    this.register(vscode.commands.registerCommand(id, handler));
  }
}

/** Acts on the note of an outline's entry, else on the one that the panel shows. */
async function withPlace({ panel }: Model, item: unknown, act: (place: NotePlace) => unknown): Promise<void> {
  const place = placeOf(item) ?? panel.place;
  if (place === undefined) sayInPassing(vscode.l10n.t('No note is shown.'));
  else await act(place);
}

/** Returns the place of an entry of the outline. */
function placeOf(item: unknown): NotePlace | undefined {
  return typeof item === 'object' && item !== null && 'place' in item && isPlace(item.place) ? item.place : undefined;
}

/** Returns the URI of an entry of the outline that is a folder of notes. */
function folderOf(item: unknown): vscode.Uri | undefined {
  const isFolder = typeof item === 'object' && item !== null && 'kind' in item && item.kind === 'folder';
  return isFolder && 'id' in item && typeof item.id === 'string' ? vscode.Uri.parse(item.id) : undefined;
}

/** Returns the range of an entry that stands for a place in a note's Markdown. */
function rangeOf(item: unknown): Range | undefined {
  return typeof item === 'object' && item !== null && 'range' in item && isRange(item.range) ? item.range : undefined;
}

function isRange(value: unknown): value is Range {
  const isPosition = (one: unknown): boolean => typeof one === 'object' && one !== null && 'line' in one && 'character' in one;
  return (
    typeof value === 'object' &&
    value !== null &&
    'start' in value &&
    'end' in value &&
    [value.start, value.end].every(isPosition)
  );
}
