import * as vscode from 'vscode';
import { linkCommands, settings } from '../editor/contributions';
import { nameSteps } from '../editor/words';
import type { Progress } from '../model/model';
import { progressOf, type OutlineNode } from './outlineNodes';
import { showChapter, showNote, showSection } from './outlineProgress';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** Makes the tree item of an entry of the outline. */
export function outlineItem(node: OutlineNode, progress: Progress): vscode.TreeItem {
  const label = labelOf(node);
  const item = new vscode.TreeItem(label, node.children.length === 0 ? None : isFolded(node) ? Collapsed : Expanded);
  item.id = node.id;
  item.contextValue = node.kind;
  switch (node.kind) {
    case 'folder':
      item.iconPath = new vscode.ThemeIcon(node.unreadable === undefined ? 'library' : 'error');
      if (node.unreadable !== undefined) showUnreadable(item, label, node.unreadable);
      else item.tooltip = label;
      return item;
    case 'chapter':
      showChapter(item, node, progress);
      return item;
    case 'note':
      showNote(item, node, progress.ofNote(node.place.note));
      // With this URI the editor shows in the tree, too, whether the file has problems.
      item.resourceUri = vscode.Uri.parse(node.place.note);
      item.command = { command: linkCommands.openSection, title: vscode.l10n.t('Open Note'), arguments: [node.place] };
      return item;
    case 'section': {
      showSection(item, progress.isRead(node.place));
      item.command = { command: linkCommands.openSection, title: vscode.l10n.t('Open Note'), arguments: [node.place] };
      return item;
    }
    case 'trail': {
      item.iconPath = new vscode.ThemeIcon('milestone');
      item.description = nameSteps(node.trail.steps);
      item.tooltip = vscode.l10n.t('Walk this trail');
      item.accessibilityInformation = { label: vscode.l10n.t('Trail: {0}, {1}', label, item.description) };
      const title = vscode.l10n.t('Start Trail');
      item.command = { command: linkCommands.startTrail, title, arguments: [node.note, node.trail.id] };
      return item;
    }
    case 'unwritten':
      item.iconPath = new vscode.ThemeIcon('circle-outline');
      item.tooltip = vscode.l10n.t('{0}: not written yet', label);
      item.accessibilityInformation = { label: item.tooltip };
      return item;
    case 'planned':
      item.iconPath = new vscode.ThemeIcon('circle-outline');
      item.tooltip = vscode.l10n.t('Notes that are not written yet');
      return item;
    case 'lost':
      item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
      item.description = vscode.l10n.t('no such note');
      item.tooltip = vscode.l10n.t('The outline calls it written, but this file is not there: {0}', node.place.note);
      return item;
    default:
      return node satisfies never;
  }
}

function labelOf(node: OutlineNode): string {
  if (node.kind === 'planned') return vscode.l10n.t('planned ({0})', progressOf(node).total);
  return node.kind === 'chapter' && node.others ? vscode.l10n.t('Other notes') : node.title;
}

/** Returns whether an entry is first seen without what it holds. What is not written yet stands in nobody's way. */
function isFolded(node: OutlineNode): boolean {
  if (node.kind === 'planned' || (node.kind === 'chapter' && node.others)) return true;
  if (node.kind === 'chapter' && node.children.every(({ kind }) => kind === 'unwritten')) return true;
  return node.children.every(({ kind }) => kind === 'section' || kind === 'trail' || kind === 'planned');
}

/** Shows a folder that has nothing to read. The setting names it, and notes can be begun in it. */
function showUnreadable(item: vscode.TreeItem, label: string, why: string): void {
  const setting = `${settings.section}.${settings.notesFolders}`;
  item.contextValue = 'folder.unreadable';
  item.description = why;
  item.tooltip = [label, why, vscode.l10n.t('Click to change the setting {0}.', setting)].join('\n');
  item.command = { command: 'workbench.action.openSettings', title: vscode.l10n.t('Open Settings'), arguments: [setting] };
}
