import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import type { Trail } from '../../core/trails/trail';
import type { Model, NoteFolder } from '../model/model';
import { notesInOrder } from './noteOrder';
import { pick } from '../editor/pick';
import { sayInPassing } from '../editor/sayInPassing';
import { nameSteps, nameTime, trailName } from '../editor/words';

interface TrailItem extends vscode.QuickPickItem {
  readonly note?: string;
  readonly run?: () => Promise<void>;
}

/** Walks the main trail of the note that the panel shows, else one that the reader chooses. */
export async function startTrail(model: Model, note: string | undefined): Promise<void> {
  await model.notes.ready();
  const wanted = note ?? model.panel.place?.note;
  if (wanted === undefined) return chooseTrail(model);
  if (model.trails.of(wanted).length > 0) return model.trails.start(wanted);
  sayInPassing(vscode.l10n.t('This note has no trail: no list of steps, and no heading that names code.'));
}

/** Offers all trails in the outlines' order, those of the panel's note first, and the walk through all notes. */
export async function chooseTrail(model: Model): Promise<void> {
  const picked = await pick<TrailItem>(
    model.notes.ready().then(() => itemsOf(model)),
    {
      title: vscode.l10n.t('Start Trail'),
      placeHolder: vscode.l10n.t('Which trail?'),
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  await picked?.run?.();
}

function itemsOf(model: Model): TrailItem[] {
  const shown = model.panel.place?.note;
  const groups = model.notes.folders.map((folder) => ({
    folder,
    items: [
      ...notesInOrder(folder).flatMap((note) => model.trails.of(note.uri).map((trail) => itemOf(model, note, trail))),
      ...allOf(model, folder),
    ],
  }));
  const all = groups.flatMap(({ folder, items }): TrailItem[] =>
    items.length === 0 || groups.length === 1
      ? items
      : [{ label: folder.title, kind: vscode.QuickPickItemKind.Separator }, ...items],
  );
  const isFirst = ({ note }: TrailItem): boolean => note !== undefined && note === shown;
  return [...all.filter(isFirst), ...all.filter((one) => !isFirst(one))];
}

function itemOf({ trails, progress }: Model, note: Note, trail: Trail): TrailItem {
  const { read = 0, total = 0 } = progress.ofNote(note.uri) ?? {};
  const facts = [
    nameSteps(trail.steps.length),
    nameTime(trails.seconds(note.uri, trail)),
    ...(read > 0 ? [vscode.l10n.t('{0} of {1} sections read', read, total)] : []),
  ];
  const name = trailName(trail);
  const detail = name === note.title ? note.summary : note.title;
  return {
    label: name,
    description: facts.join(' · '),
    ...(detail === undefined ? {} : { detail }),
    iconPath: new vscode.ThemeIcon(total > 0 && read === total ? 'pass-filled' : 'milestone'),
    note: note.uri,
    run: () => trails.start(note.uri, trail.id),
  };
}

/** The walk through all notes is one for several notes. Its time is that of their main trails. */
function allOf({ trails }: Model, folder: NoteFolder): TrailItem[] {
  const notes = trails.inFolder(folder);
  if (notes.length < 2) return [];
  const main = notes.flatMap((note) =>
    trails
      .of(note.uri)
      .slice(0, 1)
      .map((trail) => ({ note, trail })),
  );
  const steps = main.reduce((sum, { trail }) => sum + trail.steps.length, 0);
  const seconds = main.reduce((sum, { note, trail }) => sum + trails.seconds(note.uri, trail), 0);
  return [
    {
      label: vscode.l10n.t('All notes, one after the other'),
      description: [vscode.l10n.t('{0} notes', notes.length), nameSteps(steps), nameTime(seconds)].join(' · '),
      detail: vscode.l10n.t('The main trail of each note, in the order of the outline'),
      iconPath: new vscode.ThemeIcon('library'),
      run: () => trails.startAll(folder),
    },
  ];
}
