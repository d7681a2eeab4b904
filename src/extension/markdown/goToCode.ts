import * as vscode from 'vscode';
import type { Binding } from '../../core/bindings/binding';
import type { Model } from '../model/model';
import { isMarkdown, type VisitingNotes } from '../notes/visitingNotes';
import { pick } from '../editor/pick';
import { anchorAt } from './anchorAt';
import { sayInPassing } from '../editor/sayInPassing';
import { describeState, nameState } from '../bindings/stateWords';

interface AnchorItem extends vscode.QuickPickItem {
  readonly text: string;
}

/** Goes to the code of the anchor at the cursor of a Markdown editor, elsewhere to that of the section that the panel shows. */
export async function goToCode(model: Model, visiting: VisitingNotes): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined && isMarkdown(editor.document)) {
    const anchor = await anchorAt(visiting, editor.document, editor.selection.active);
    const anchors = await visiting.anchors(editor.document);
    const onLine = anchors.find(({ range }) => range.start.line === editor.selection.active.line);
    const text = (anchor ?? onLine)?.text;
    if (text !== undefined) await model.navigation.openAnchor(editor.document.uri.toString(), text);
    else sayInPassing(vscode.l10n.t('There is no anchor at the cursor.'));
    return;
  }
  await fromPanel(model);
}

async function fromPanel(model: Model): Promise<void> {
  const { place } = model.panel;
  const note = place === undefined ? undefined : model.notes.note(place.note);
  if (place === undefined || note === undefined) {
    sayInPassing(vscode.l10n.t('No note is shown.'));
    return;
  }
  const bindings = model.bindings.ofNote(place.note);
  const section = note.sections.findIndex(({ slug }) => slug === place.slug);
  const here = bindings.filter(({ anchor }) => anchor.section === section);
  const subject = here.find(({ anchor }) => anchor.role === 'subject');
  const text = subject?.anchor.text ?? (await choose(here.length > 0 ? here : bindings));
  if (text !== undefined) await model.navigation.openAnchor(place.note, text);
}

async function choose(bindings: readonly Binding[]): Promise<string | undefined> {
  const items = [...new Map(bindings.map((binding) => [binding.anchor.text, binding])).values()].map(
    ({ anchor, result }): AnchorItem => ({
      label: anchor.label,
      description: result.state === 'exact' ? '' : nameState(result.state),
      detail: describeState(result),
      text: anchor.text,
    }),
  );
  if (items.length === 0) sayInPassing(vscode.l10n.t('The note has no anchors.'));
  else return (await pick(items, { title: vscode.l10n.t('Go to Code'), matchOnDetail: true }))?.text;
  return undefined;
}
