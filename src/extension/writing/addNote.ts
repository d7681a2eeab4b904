import * as vscode from 'vscode';
import { addParagraph, type Addition } from '../../core/notes/addToNote';
import type { Note } from '../../core/notes/note';
import { slugOf } from '../../core/notes/slug';
import { writeLink } from '../../core/notes/writeLink';
import type { FolderDialogs } from '../editor/folderDialogs';
import { showError } from '../editor/messages';
import { saidBySystem } from '../editor/words';
import type { Model } from '../model/model';
import { columnForNote } from '../navigation/columns';
import type { NoteWorker } from '../../workspace/notes/noteWorker';
import { chooseNote, chooseSection, type ChosenSection } from './chooseNote';
import { codeHere, type CodeLink } from './codeHere';
import { firstFolder, folderForNew, writableFolders } from './ownFolder';

/** The parts that writing about code needs. */
export interface WritingParts {
  readonly model: Model;
  readonly dialogs: FolderDialogs;
  readonly home: vscode.Uri | undefined;
  readonly noteWorker: NoteWorker;
}

/**
 * Begins a passage about the code at the cursor, or about what is selected there, in a note of the author's own: the author chooses the
 * note and the section, or new ones. The anchor is written, and the note opens beside the code with the caret where the words belong.
 */
export async function addNote(parts: WritingParts, at: unknown): Promise<void> {
  const { model, dialogs, home } = parts;
  const code = codeHere(model, at);
  if (code === undefined) return;
  await model.notes.ready();
  try {
    const own = writableFolders(model.notes);
    const first = own.length === 0 ? await firstFolder(dialogs, home) : undefined;
    const folders = first === undefined ? own.map(({ uri }) => uri) : [first];
    if (folders.length === 0) return;
    const chosen = await chooseNote(own, vscode.l10n.t('Write about {0}', code.label));
    if (chosen === undefined) return;
    if ('note' in chosen) await writeInto(chosen.note, code, parts);
    else await writeNew(chosen.title, folders, code);
  } catch (error) {
    refused(saidBySystem(error));
  }
}

function refused(why: string): void {
  showError(vscode.l10n.t('The note cannot be written: {0}', why));
}

async function writeInto(known: Note, code: CodeLink, { noteWorker }: WritingParts): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(known.uri));
  // The sections must be those of the text that is edited, also where it was changed a moment ago.
  const text = document.getText();
  const note = known.text === text ? known : ((await noteWorker.readText(known.uri, text)) ?? known);
  const place = await chooseSection(note, code.label);
  if (place !== undefined) await insert(document, additionFor(document.getText(), place, code));
}

/** A new section is about the code, so its heading has the anchor; in one that is there the anchor begins a sentence. */
function additionFor(text: string, place: ChosenSection, { label, anchor }: CodeLink): Addition {
  const link = writeLink(label, anchor);
  return place === 'new' ? addParagraph(text, undefined, `## ${link}\n\n`) : addParagraph(text, place.section, `${link} `);
}

async function writeNew(title: string, all: readonly vscode.Uri[], code: CodeLink): Promise<void> {
  const folder = await folderForNew(all);
  if (folder === undefined) return;
  const uri = await freeName(folder, slugOf(title) || 'note');
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(`# ${title}\n`) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    refused(vscode.l10n.t('the editor could not create the files.'));
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  await insert(document, additionFor(document.getText(), 'new', code));
}

/** Returns a name in the folder that no file has. */
async function freeName(folder: vscode.Uri, name: string): Promise<vscode.Uri> {
  const names = new Set((await vscode.workspace.fs.readDirectory(folder)).map(([one]) => one.toLowerCase()));
  let free = `${name}.md`;
  for (let number = 2; names.has(free.toLowerCase()); number++) free = `${name}-${number}.md`;
  return vscode.Uri.joinPath(folder, free);
}

async function insert(document: vscode.TextDocument, { offset, text, caret }: Addition): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(offset), text);
  if (!(await vscode.workspace.applyEdit(edit))) {
    refused(vscode.l10n.t('the editor did not take the change.'));
    return;
  }
  const at = document.positionAt(offset + caret);
  await vscode.window.showTextDocument(document, {
    viewColumn: columnForNote(),
    preview: false,
    selection: new vscode.Range(at, at),
  });
}
