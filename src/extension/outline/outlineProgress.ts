import * as vscode from 'vscode';
import type { NoteProgress, Progress } from '../model/model';
import { escapeMarkdown } from '../navigation/commandLinks';
import { listed } from '../editor/words';
import { nameTime } from '../editor/words';
import { eachNode, progressOf, type OutlineNode } from './outlineNodes';

/** Shows how much of a chapter is written, and how much of that is read. */
export function showChapter(item: vscode.TreeItem, node: OutlineNode & { kind: 'chapter' }, progress: Progress): void {
  const { read, total } = readOf(node, progress);
  const { written, total: entries } = progressOf(node);
  const label = node.others ? vscode.l10n.t('Other notes') : node.title;
  item.contextValue = `chapter.${stateOf({ read, total })}`;
  const parts = [
    ...(node.others ? [] : [vscode.l10n.t('{0}/{1} written', written, entries)]),
    ...(read === 0 ? [] : [vscode.l10n.t('{0}/{1} read', read, total)]),
  ];
  item.description = parts.join(' · ');
  const words = [
    ...(node.others ? [label] : [vscode.l10n.t('{0}: {1} of {2} notes are written', label, written, entries)]),
    ...(total === 0 ? [] : [vscode.l10n.t('{0} of {1} sections read', read, total)]),
  ];
  item.tooltip = listed(words);
  item.accessibilityInformation = { label: item.tooltip };
}

/** Shows how much of a note is read, and how long the rest takes. */
export function showNote(item: vscode.TreeItem, node: OutlineNode & { kind: 'note' }, progress: NoteProgress | undefined): void {
  const { read, total, minutes, state, facts } = noteFacts(progress);
  item.contextValue = `note.${state}`;
  item.iconPath = icons[state];
  if (total === 0) return;
  item.description = state === 'read' ? vscode.l10n.t('read') : `${read}/${total} · ${minutes}`;
  item.accessibilityInformation = { label: listed([node.title, ...facts]) };
}

/** Returns what a hover says of a note: its title, what it is about, and how much of it is read. */
export function noteTooltip(
  { title, summary = '' }: OutlineNode & { kind: 'note' },
  progress: NoteProgress | undefined,
): vscode.MarkdownString {
  const { facts } = noteFacts(progress);
  // The editor's own way to add plain text would let an address become a link.
  const parts = [`**${escapeMarkdown(title)}**`, escapeMarkdown(summary), escapeMarkdown(facts.join(' · '))];
  return new vscode.MarkdownString(parts.filter((part) => part !== '').join('\n\n'));
}

function noteFacts(progress: NoteProgress | undefined) {
  const { read, total, seconds } = progress ?? { read: 0, total: 0, seconds: () => 0 };
  const state = stateOf({ read, total });
  const minutes = nameTime(seconds());
  const count = vscode.l10n.t('{0} of {1} sections read', read, total);
  const facts = total === 0 ? [] : state === 'read' ? [count] : [count, vscode.l10n.t('{0} left', minutes)];
  return { read, total, state, minutes, facts };
}

const icons = {
  unread: new vscode.ThemeIcon('note'),
  started: new vscode.ThemeIcon('color-mode', new vscode.ThemeColor('charts.blue')),
  read: new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('charts.green')),
} as const;

interface Count {
  readonly read: number;
  readonly total: number;
}

function stateOf({ read, total }: Count): keyof typeof icons {
  if (read === 0) return 'unread';
  return read === total ? 'read' : 'started';
}

/** Counts the sections of all notes under an entry. A note that is named twice counts once. */
function readOf(node: OutlineNode, progress: Progress): Count {
  const notes = new Set([...eachNode(node.children)].flatMap((one) => (one.kind === 'note' ? [one.place.note] : [])));
  const counts = [...notes].flatMap((note) => progress.ofNote(note) ?? []);
  return counts.reduce((sum, { read, total }) => ({ read: sum.read + read, total: sum.total + total }), { read: 0, total: 0 });
}

/** Shows a section with a box that the reader ticks. */
export function showSection(item: vscode.TreeItem, isRead: boolean): void {
  const state = isRead ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked;
  const label = isRead ? vscode.l10n.t('read') : vscode.l10n.t('not read');
  const tooltip = isRead ? vscode.l10n.t('Mark as unread') : vscode.l10n.t('Mark as read');
  item.contextValue = isRead ? 'section.read' : 'section.unread';
  item.checkboxState = { state, tooltip, accessibilityInformation: { label, role: 'checkbox' } };
}
