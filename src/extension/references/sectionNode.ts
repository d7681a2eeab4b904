import * as vscode from 'vscode';
import type { Binding } from '../../core/bindings/binding';
import type { Note, Section } from '../../core/notes/note';
import type { Mention } from '../../core/references/mention';
import type { Range } from '../../core/util/range';
import { linkCommands } from '../editor/contributions';
import type { NotePlace } from '../model/model';
import { describeState, nameState } from '../bindings/stateWords';
import { sectionPlace } from '../bindings/sectionPlace';
import type { ReferenceNode } from './referenceNode';

/** The context value of an entry that opens a section, for its menu. */
const contextValue = 'reference';

interface SectionParts {
  readonly note: Note;
  readonly section: Section;
  /** The symbol's place in the heading, if it stands there. */
  readonly title: Mention | undefined;
  readonly bindings: readonly Binding[];
  readonly children: readonly ReferenceNode[];
  readonly id: string;
}

/** Makes the entry of a section: its heading, in which the symbol is marked, and its note. */
export function sectionNode({ note, section, title, bindings, children, id }: SectionParts): ReferenceNode {
  const words = section.title === '' ? note.title : section.title;
  const item = new vscode.TreeItem(
    title === undefined ? { label: words } : marked(title),
    children.length === 0 ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Expanded,
  );
  const doubts = doubtsOf(bindings);
  const names = words === note.title ? [] : [note.title];
  item.description = [...new Set(doubts.map(({ result }) => nameState(result.state))), ...names].join(' · ');
  item.tooltip = [
    note.title,
    ...(words === note.title ? [] : [words]),
    ...doubts.map(({ result }) => describeState(result)),
  ].join('\n');
  item.accessibilityInformation = { label: [words, ...(item.description === '' ? [] : [item.description])].join(', ') };
  item.iconPath = iconOf(doubts, title === undefined ? 'note' : 'book');
  return openable(item, { note: note.uri, slug: section.slug }, startOf(section.range), id, children);
}

/** Makes the entry of a sentence, in which the symbol is marked. */
export function mentionNode(
  note: Note,
  section: Section,
  binding: Binding,
  said: Mention | undefined,
  id: string,
): ReferenceNode {
  const { anchor } = binding;
  const item = new vscode.TreeItem(said === undefined ? anchor.label || anchor.text : marked(said));
  const doubts = doubtsOf([binding]);
  item.description = doubts.map(({ result }) => nameState(result.state)).join();
  item.accessibilityInformation = { label: [said?.text ?? anchor.text, section.title || note.title].join(', ') };
  item.tooltip = [said?.text ?? anchor.text, ...doubts.map(({ result }) => describeState(result))].join('\n');
  if (doubts.length > 0) item.iconPath = iconOf(doubts, 'note');
  return openable(item, sectionPlace({ note, section, binding }), anchor.linkRange, id, []);
}

function openable(
  item: vscode.TreeItem,
  place: NotePlace,
  range: Range,
  id: string,
  children: readonly ReferenceNode[],
): ReferenceNode {
  item.id = id;
  item.contextValue = contextValue;
  item.command = { command: linkCommands.openSection, title: vscode.l10n.t('Open Note'), arguments: [place] };
  return { item, children, place, range };
}

function startOf({ start }: Range): Range {
  return { start, end: start };
}

function marked({ text, start, end }: Mention): vscode.TreeItemLabel {
  return { label: text, ...(end > start ? { highlights: [[start, end]] } : {}) };
}

/** Returns the bindings whose code has changed since the note was written. */
function doubtsOf(bindings: readonly Binding[]): Binding[] {
  return bindings.filter(({ result }) => result.state !== 'exact');
}

function iconOf(doubts: readonly Binding[], otherwise: string): vscode.ThemeIcon {
  return doubts.length === 0
    ? new vscode.ThemeIcon(otherwise)
    : new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
}
