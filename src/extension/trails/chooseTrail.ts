import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import { remainingSeconds } from '../../core/trails/trail';
import type { Model } from '../model/model';
import { notesInOrder } from './noteOrder';
import { pick } from '../editor/pick';
import { sayInPassing } from '../editor/sayInPassing';
import { nameTime } from '../editor/words';

interface TrailItem extends vscode.QuickPickItem {
  readonly note?: string;
}

/** Walks the trail of the note that the panel shows, else of one that the reader chooses. */
export async function startTrail(model: Model, note: string | undefined): Promise<void> {
  await model.notes.ready();
  const wanted = note ?? model.panel.place?.note;
  if (wanted === undefined) return chooseTrail(model);
  if (model.trails.steps(wanted).length > 0) return model.trails.start(wanted);
  sayInPassing(vscode.l10n.t('This note has no anchors, so there is no trail through it.'));
}

/** Returns all notes that have a trail in the outlines' order, the panel's note first. */
export async function chooseTrail(model: Model): Promise<void> {
  const picked = await pick<TrailItem>(
    model.notes.ready().then(() => itemsOf(model)),
    {
      title: vscode.l10n.t('Start Trail'),
      placeHolder: vscode.l10n.t('Which note?'),
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  if (picked?.note !== undefined) await model.trails.start(picked.note);
}

function itemsOf(model: Model): TrailItem[] {
  const shown = model.panel.place?.note;
  const groups = model.notes.folders.map((folder) => ({
    folder,
    items: notesInOrder(folder).flatMap((note) => itemOf(model, note)),
  }));
  const all = groups.flatMap(({ folder, items }): TrailItem[] =>
    items.length === 0 || groups.length === 1
      ? items
      : [{ label: folder.title, kind: vscode.QuickPickItemKind.Separator }, ...items],
  );
  const first = all.find(({ note }) => note !== undefined && note === shown);
  return first === undefined ? all : [first, ...all.filter((one) => one !== first)];
}

function itemOf({ trails, progress }: Model, note: Note): TrailItem[] {
  const steps = trails.steps(note.uri);
  if (steps.length === 0) return [];
  const { read = 0, total = 0 } = progress.ofNote(note.uri) ?? {};
  const facts = [
    steps.length === 1 ? vscode.l10n.t('1 step') : vscode.l10n.t('{0} steps', steps.length),
    nameTime(remainingSeconds(steps, 0)),
    ...(read > 0 ? [vscode.l10n.t('{0} of {1} sections read', read, total)] : []),
  ];
  return [
    {
      label: note.title,
      description: facts.join(' · '),
      ...(note.summary === undefined ? {} : { detail: note.summary }),
      iconPath: new vscode.ThemeIcon(total > 0 && read === total ? 'pass-filled' : 'milestone'),
      note: note.uri,
    },
  ];
}
