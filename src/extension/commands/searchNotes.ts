import * as vscode from 'vscode';
import type { Model, NotePlace } from '../model/model';

interface SectionItem extends vscode.QuickPickItem {
  readonly place: NotePlace;
}

/** All notes but the outlines, and their sections, to be found by a part of their titles. */
export async function searchNotes(model: Model): Promise<void> {
  const items = model.notes
    .ready()
    .then(() =>
      model.notes.folders.flatMap(({ notes, outlineUri }) =>
        notes.filter(({ uri }) => uri !== outlineUri.toString()).flatMap(itemsOf),
      ),
    );
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Search Notes'),
    placeHolder: vscode.l10n.t('A part of the title of a note or section'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked !== undefined) await model.navigation.openSection(picked.place);
}

function itemsOf(note: Model['notes']['folders'][number]['notes'][number]): SectionItem[] {
  const whole: SectionItem = {
    label: note.title,
    iconPath: new vscode.ThemeIcon('book'),
    place: { note: note.uri, slug: undefined },
    ...(note.summary === undefined ? {} : { detail: note.summary }),
  };
  const sections = note.sections.filter(({ level, title }) => level > 1 && title !== '');
  return [
    whole,
    ...sections.map(({ title, slug }) => ({
      label: title,
      iconPath: new vscode.ThemeIcon('symbol-text'),
      description: note.title,
      place: { note: note.uri, slug },
    })),
  ];
}
