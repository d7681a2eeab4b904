import * as vscode from 'vscode';
import { linkCommands } from '../../contributions';
import { progressOf, type OutlineNode } from './outlineNodes';

/** For entries without a note: nothing is there, the scheme only gives them their colour, see {@link UnwrittenColour}. */
const unwrittenScheme = 'kafka-notes-unwritten';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** How an entry of the outline looks. */
export function outlineItem(node: OutlineNode): vscode.TreeItem {
  const label = node.kind === 'chapter' && node.others ? vscode.l10n.t('Other notes') : node.title;
  const item = new vscode.TreeItem(label, node.children.length === 0 ? None : Expanded);
  item.id = node.id;
  item.contextValue = node.kind;
  switch (node.kind) {
    case 'folder':
      item.iconPath = new vscode.ThemeIcon(node.unreadable === undefined ? 'library' : 'error');
      if (node.unreadable !== undefined) item.description = node.unreadable;
      item.tooltip = node.unreadable ?? label;
      return item;
    case 'chapter':
      if (node.others) item.collapsibleState = Collapsed;
      else showProgress(item, node, label);
      return item;
    case 'note':
      item.iconPath = new vscode.ThemeIcon('note');
      item.tooltip = noteTooltip(label, node.summary);
      // The editor then shows in the tree too whether the file has problems.
      item.resourceUri = vscode.Uri.parse(node.place.note);
      item.command = { command: linkCommands.openSection, title: vscode.l10n.t('Open Note'), arguments: [node.place] };
      return item;
    case 'unwritten': {
      const words = vscode.l10n.t('not written yet');
      item.iconPath = new vscode.ThemeIcon('circle-outline', new vscode.ThemeColor('disabledForeground'));
      item.resourceUri = vscode.Uri.from({ scheme: unwrittenScheme, path: '/entry' });
      item.description = words;
      item.tooltip = `${label}: ${words}`;
      item.accessibilityInformation = { label: item.tooltip };
      return item;
    }
    case 'lost':
      item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
      item.description = vscode.l10n.t('no such note');
      item.tooltip = vscode.l10n.t('The outline calls it written, but this file is not there: {0}', node.place.note);
      return item;
    default:
      return node satisfies never;
  }
}

/** Entries without a note are dimmed. */
export class UnwrittenColour implements vscode.FileDecorationProvider {
  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    if (uri.scheme !== unwrittenScheme) return undefined;
    return new vscode.FileDecoration(undefined, undefined, new vscode.ThemeColor('disabledForeground'));
  }
}

function showProgress(item: vscode.TreeItem, node: OutlineNode, label: string): void {
  const { written, total } = progressOf(node);
  item.description = `${written}/${total}`;
  item.tooltip = vscode.l10n.t('{0}: {1} of {2} notes are written', label, written, total);
  item.accessibilityInformation = { label: item.tooltip };
}

/** Plain text in Markdown: what a note says of itself must not become anything else. */
function noteTooltip(title: string, summary: string | undefined): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  tooltip.appendMarkdown('**').appendText(title).appendMarkdown('**');
  if (summary !== undefined) tooltip.appendMarkdown('\n\n').appendText(summary);
  return tooltip;
}
