import * as vscode from 'vscode';
import { commands, linkCommands, views, type CommandId } from '../contributions';
import { Lifetime, type Disposable } from '../lifetime';
import type { Model, NotePlace } from '../model/model';
import type { NotesModel } from '../model/notesModel';
import type { ReadingQueue } from '../model/readingQueue';
import type { TreesModel } from '../model/treesModel';
import type { VisitingNotes } from '../model/visitingNotes';
import type { Revealer } from '../navigation/reveal';
import type { SourceCommands } from '../source/sourceCommands';
import type { NotePages } from '../views/panel/registerPanel';
import { goToCode } from './goToCode';
import { openNoteAtCursor } from './openNoteAtCursor';
import { searchNotes } from './searchNotes';
import { stepToAnnotation } from './stepToAnnotation';

/** Everything that commands need of the extension. */
export interface CommandParts {
  readonly model: Model;
  readonly notes: NotesModel;
  readonly trees: TreesModel;
  readonly visiting: VisitingNotes;
  readonly queue: ReadingQueue;
  readonly revealer: Revealer;
  readonly source: SourceCommands;
  readonly pages: NotePages;
  readonly log: vscode.LogOutputChannel;
}

/** Each command of package.json, and those that links call. */
export function registerCommands(parts: CommandParts): Disposable {
  const { model, notes, trees, visiting, queue, revealer, source, pages, log } = parts;
  const { reading, navigation } = model;
  const handlers: Record<CommandId, (...args: readonly unknown[]) => unknown> = {
    [commands.openNoteAtCursor]: (at) => openNoteAtCursor(model, at),
    [commands.nextAnnotation]: () => stepToAnnotation(model, revealer, 1),
    [commands.previousAnnotation]: () => stepToAnnotation(model, revealer, -1),
    [commands.goToCode]: () => goToCode(model, visiting),
    [commands.showOutline]: () => vscode.commands.executeCommand(`${views.outline}.focus`),
    [commands.searchNotes]: () => searchNotes(model),
    [commands.openNoteSource]: (item) => withPlace(model, item, (place) => navigation.openSource(place)),
    [commands.openNoteBeside]: (item) => withPlace(model, item, (place) => pages.openBeside(place)),
    [commands.findInNote]: () => pages.find(),
    [commands.getSource]: () => source.get(),
    [commands.chooseSourceFolder]: () => source.choose(),
    [commands.chooseNotesFolder]: () => source.chooseNotes(),
    [commands.showSource]: () => source.show(),
    [commands.reloadNotes]: async () => {
      queue.retry();
      await Promise.all([notes.reload(), trees.look()]);
    },
    [commands.togglePin]: () => reading.pin(!reading.pinned),
    [commands.pin]: () => reading.pin(true),
    [commands.unpin]: () => reading.pin(false),
    [commands.back]: () => reading.back(),
    [commands.forward]: () => reading.forward(),
    [commands.showLog]: () => log.show(),
  };
  const links: Record<(typeof linkCommands)[keyof typeof linkCommands], (...args: readonly unknown[]) => unknown> = {
    [linkCommands.openAnchor]: (note, text) =>
      typeof note === 'string' && typeof text === 'string' ? navigation.openAnchor(note, text) : undefined,
    [linkCommands.openSection]: (place) => (isPlace(place) ? navigation.openSection(place) : undefined),
    [linkCommands.nextAnnotation]: () => stepToAnnotation(model, revealer, 1),
  };
  const owner = new CommandOwner();
  for (const [id, handler] of Object.entries({ ...handlers, ...links })) owner.add(id, handler);
  return owner;
}

class CommandOwner extends Lifetime {
  add(id: string, handler: (...args: readonly unknown[]) => unknown): void {
    this.register(vscode.commands.registerCommand(id, handler));
  }
}

/** The note of an outline's entry, else the one that the panel shows. */
async function withPlace({ reading }: Model, item: unknown, act: (place: NotePlace) => unknown): Promise<void> {
  const place = typeof item === 'object' && item !== null && 'place' in item && isPlace(item.place) ? item.place : reading.place;
  if (place === undefined) void vscode.window.showInformationMessage(vscode.l10n.t('No note is shown.'));
  else await act(place);
}

/** Links come from hovers and pages: what they carry is looked at. */
function isPlace(value: unknown): value is NotePlace {
  if (typeof value !== 'object' || value === null || !('note' in value) || typeof value.note !== 'string') return false;
  return !('slug' in value) || value.slug === undefined || typeof value.slug === 'string';
}
