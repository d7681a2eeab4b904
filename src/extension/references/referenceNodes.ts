import * as vscode from 'vscode';
import type { Note, NoteAnchor } from '../../core/notes/note';
import type { Mention } from '../../core/references/mention';
import type { PlaceReferences, ReferringSection, SymbolReferences } from '../../core/references/symbolReferences';
import type { SourceSymbol } from '../../core/symbols/symbol';
import type { NoteLibrary } from '../model/model';
import { symbolName } from '../model/symbolName';
import type { ReferenceNode } from './referenceNode';
import { mentionNode, sectionNode } from './sectionNode';

type Said = (note: Note, anchor: NoteAnchor) => Mention | undefined;
type List = 'about' | 'mentions' | 'references' | 'possibly';

const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/**
 * Makes the view's entries: sections that are about the symbol, then those that mention it, each with its sentences, then those
 * that only name it in tables and lists; then those on the members of a type.
 */
export function referenceNodes(found: PlaceReferences, notes: NoteLibrary, said: Said): readonly ReferenceNode[] {
  const own = groupsOf(found, notes, said, found.symbol?.path ?? '');
  const members = found.members.map((one) => memberNode(one, found.symbol, notes, said));
  if (members.length === 0) return own;
  const item = new vscode.TreeItem(vscode.l10n.t('Its members'), own.length === 0 ? Expanded : Collapsed);
  // The editor remembers by the id whether the reader left it open.
  item.id = own.length === 0 ? 'members alone' : 'members';
  item.description = String(members.length);
  return [...own, { item, children: members }];
}

function groupsOf(one: SymbolReferences, notes: NoteLibrary, said: Said, id: string): ReferenceNode[] {
  const lists: readonly List[] = ['about', 'mentions', 'references', 'possibly'];
  return lists.flatMap((list) => {
    const children = sectionsOf(one[list], notes, said, `${id}|${list}`);
    if (children.length === 0) return [];
    const item = new vscode.TreeItem(nameOf(list), Expanded);
    item.id = list;
    item.description = String(children.length);
    if (list === 'possibly')
      item.tooltip = vscode.l10n.t('These anchors fit several symbols: it is not certain that this one is meant.');
    return [{ item, children }];
  });
}

function nameOf(list: List): string {
  switch (list) {
    case 'about':
      return vscode.l10n.t('About it');
    case 'mentions':
      return vscode.l10n.t('Mentioned in');
    case 'references':
      return vscode.l10n.t('In tables and lists');
    case 'possibly':
      return vscode.l10n.t('Possibly');
    default:
      return list satisfies never;
  }
}

/** Makes the entry of a member with its sections, those about it first. */
function memberNode(member: SymbolReferences, type: SourceSymbol | undefined, notes: NoteLibrary, said: Said): ReferenceNode {
  const { symbol, about, mentions, references } = member;
  const path = symbol?.path ?? '';
  const signature = symbol?.parameters === undefined ? '' : `(${symbol.parameters.join(', ')})`;
  const item = new vscode.TreeItem(symbolName(path.slice(type?.path.length ?? 0).replace(/^[.#$]+/, '')), Collapsed);
  item.id = `member|${path}${signature}`;
  const counts = [
    ...(about.length === 0 ? [] : [vscode.l10n.t('about it: {0}', about.length)]),
    ...(mentions.length === 0 ? [] : [vscode.l10n.t('mentioned: {0}', mentions.length)]),
    ...(references.length === 0 ? [] : [vscode.l10n.t('in tables and lists: {0}', references.length)]),
  ];
  item.description = counts.join(' · ');
  item.tooltip = path + signature;
  item.iconPath = new vscode.ThemeIcon(about.length === 0 ? 'mention' : 'book');
  return { item, children: sectionsOf([...about, ...mentions, ...references], notes, said, item.id) };
}

function sectionsOf(sections: readonly ReferringSection[], notes: NoteLibrary, said: Said, id: string): ReferenceNode[] {
  return sections.flatMap(({ note: uri, section: index, bindings }) => {
    const note = notes.note(uri);
    const section = note?.sections[index];
    if (note === undefined || section === undefined) return [];
    const key = `${id}|${uri}#${section.slug}`;
    const heading = bindings.find(({ anchor }) => anchor.role === 'subject');
    const others = bindings.filter((binding) => binding !== heading);
    const children = others.map((binding, at) => mentionNode(note, section, binding, said(note, binding.anchor), `${key}|${at}`));
    const title = heading === undefined ? undefined : said(note, heading.anchor);
    return [sectionNode({ note, section, title, bindings, children, id: key })];
  });
}
