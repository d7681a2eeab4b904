import * as vscode from 'vscode';
import type { Note, Section } from '../../core/notes/note';
import { folderKey } from '../editor/uris';
import { pick } from '../editor/pick';
import { withoutIcons } from '../editor/plainWords';
import type { NoteFolder } from '../model/model';

/** The note that the author has chosen: one that is there, or the title of one that is to be written. */
export type ChosenNote = { readonly note: Note } | { readonly title: string };

interface NoteItem extends vscode.QuickPickItem {
  readonly chosen?: ChosenNote;
}

/** Lets the author choose among the notes of some folders, or type the title of a new one. */
export async function chooseNote(folders: readonly NoteFolder[], title: string): Promise<ChosenNote | undefined> {
  const notes = folders.flatMap((folder) => notesOf(folder, folders.length > 1));
  const list = vscode.window.createQuickPick<NoteItem>();
  list.title = title;
  list.placeholder = vscode.l10n.t('A note, or the title of a new one');
  list.matchOnDescription = true;
  const show = (typed: string): void => {
    const name = typed.trim();
    const isKnown = notes.some(({ chosen }) => chosen !== undefined && 'note' in chosen && chosen.note.title === name);
    list.items = [...notes, ...(name === '' || isKnown ? [] : [newNote(name)])];
  };
  show('');
  list.onDidChangeValue(show);
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      resolve(list.selectedItems[0]?.chosen);
      list.dispose();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

function notesOf({ notes, outlineUri, title }: NoteFolder, isOneOfSeveral: boolean): NoteItem[] {
  const outline = folderKey(outlineUri);
  return notes
    .filter(({ uri }) => uri !== outline)
    .map((note) => ({
      label: withoutIcons(note.title),
      ...(isOneOfSeveral ? { description: withoutIcons(title) } : {}),
      chosen: { note },
    }));
}

function newNote(title: string): NoteItem {
  return {
    label: withoutIcons(vscode.l10n.t('New note: {0}', title)),
    iconPath: new vscode.ThemeIcon('new-file'),
    alwaysShow: true,
    chosen: { title },
  };
}

/** The place in a note that the author has chosen: the end of a section, or a new section behind all others. */
export type ChosenSection = { readonly section: Section } | 'new';

/** Lets the author choose where in a note to write about some code. A note without headings has no choice. */
export async function chooseSection({ title, sections }: Note, label: string): Promise<ChosenSection | undefined> {
  interface SectionItem extends vscode.QuickPickItem {
    readonly chosen: ChosenSection;
  }
  const behind = sections
    .filter(({ level }) => level > 0)
    .map((section): SectionItem => ({
      label: `${'\u2003'.repeat(section.level - 1)}${section.title}`,
      chosen: { section },
    }));
  if (behind.length === 0) return 'new';
  const first: SectionItem = {
    label: vscode.l10n.t('New section: {0}', label),
    iconPath: new vscode.ThemeIcon('add'),
    chosen: 'new',
  };
  return (await pick([first, ...behind], { title: vscode.l10n.t('Where in “{0}”?', title) }))?.chosen;
}
