import * as vscode from 'vscode';
import type { NoteSpot } from '../../core/notes/noteSpot';
import type { NoteHit } from '../../core/search/noteIndex';
import type { SearchGroup, SymbolHit } from '../../core/search/search';
import type { SymbolKind } from '../../core/symbols/symbol';
import type { Model, NotePlace, SourceTree } from '../model/model';
import { notesInOrder } from '../trails/noteOrder';
import { withoutIcons } from '../editor/plainWords';
import { symbolName } from '../model/symbolName';
import type { NoteCorpus } from '../../workspace/search/noteCorpus';

/** The hit that an item of the list stands for. */
export type Hit =
  | { readonly kind: 'note'; readonly place: NotePlace }
  | { readonly kind: 'symbol'; readonly tree: SourceTree; readonly hit: SymbolHit };

export interface HitItem extends vscode.QuickPickItem {
  /** The hit; undefined for a separator between two kinds. */
  readonly hit?: Hit;
  /** A key that is the same for the same hit. */
  readonly key?: string;
}

/** Makes the items of a search's hits, each kind under its name. */
export function itemsOf(
  groups: readonly SearchGroup[],
  model: Model,
  tree: SourceTree | undefined,
  corpus: NoteCorpus,
): HitItem[] {
  return groups.flatMap((group): HitItem[] => {
    switch (group.kind) {
      case 'notes':
        return [separator(vscode.l10n.t('Notes')), ...group.hits.map((hit) => noteItem(hit, model))];
      case 'symbols':
        return tree === undefined
          ? []
          : [separator(vscode.l10n.t('Symbols')), ...group.hits.map((hit) => symbolItem(hit, tree, corpus))];
      case 'constants':
        return tree === undefined
          ? []
          : [separator(vscode.l10n.t('Constants')), ...group.hits.map((hit) => constantItem(hit, tree, corpus))];
      default:
        return group satisfies never;
    }
  });
}

/** Makes the item that says what else may be typed where nothing fits. It opens nothing. */
export function noHit(): HitItem {
  return {
    label: vscode.l10n.t('Nothing fits this'),
    detail: vscode.l10n.t('Try fewer words, a part of a name, or another word for it.'),
    alwaysShow: true,
  };
}

/** Makes the items for an empty search: all notes, in the order of their outlines. */
export function allNotes({ notes }: Model): HitItem[] {
  const folders = notes.folders.map((folder) => ({ folder, own: notesInOrder(folder) })).filter(({ own }) => own.length > 0);
  return folders.flatMap(({ folder, own }) => [
    ...(folders.length > 1 ? [separator(folder.title)] : []),
    ...own.map(({ uri, title, summary }) => ({
      ...item({ kind: 'note', place: { note: uri, slug: undefined } }, uri, title, 'book'),
      ...(summary === undefined ? {} : { detail: withoutIcons(summary) }),
    })),
  ]);
}

function noteItem({ document: { id, note, slug, title, above }, snippet }: NoteHit, { notes }: Model): HitItem {
  const folder = notes.folderOf(note);
  const place = [...(folder?.own === true ? [folder.title] : []), ...above];
  return {
    ...item({ kind: 'note', place: { note, slug, ...spotOf(snippet) } }, id, title, slug === undefined ? 'book' : 'list-tree'),
    description: withoutIcons(place.join(' › ')),
    detail: withoutIcons(snippet),
  };
}

/** The snippet's words are those of the section, so the panel finds them in it. */
function spotOf(snippet: string): { readonly spot?: NoteSpot } {
  return snippet.startsWith('…') ? { spot: { kind: 'words', words: snippet } } : {};
}

function symbolItem(hit: SymbolHit, tree: SourceTree, corpus: NoteCorpus): HitItem {
  const { symbol, file } = hit;
  const parameters = symbol.parameters === undefined ? '' : `(${symbol.parameters.join(', ')})`;
  const shown = parameters.length > longestParameters ? `${parameters.slice(0, longestParameters)}…)` : parameters;
  return {
    ...item({ kind: 'symbol', tree, hit }, keyOf(hit), symbolName(symbol.path), icons[symbol.kind]),
    description: withoutIcons([placeOf(file, symbol.nameRange.start.line), shown].filter((part) => part !== '').join('  ')),
    ...notedDetail(symbol.path, corpus),
  };
}

function constantItem(hit: SymbolHit, tree: SourceTree, corpus: NoteCorpus): HitItem {
  const { symbol, file } = hit;
  return {
    ...item({ kind: 'symbol', tree, hit }, keyOf(hit), symbol.value ?? '', 'symbol-constant'),
    description: withoutIcons(`${symbolName(symbol.path)}  ${placeOf(file, symbol.nameRange.start.line)}`),
    ...notedDetail(symbol.path, corpus),
  };
}

/** Describes the section that is about a symbol, else one that mentions it. */
function notedDetail(path: string, corpus: NoteCorpus): { readonly detail?: string } {
  const noted = corpus.notedAt(path);
  if (noted === undefined) return {};
  const titles = noted.title === '' || noted.title === noted.note.title ? [noted.note.title] : [noted.note.title, noted.title];
  return { detail: `$(book) ${withoutIcons(titles.join(' › '))}` };
}

/** The most UTF-16 units of a parameter list that leave room for the place. */
const longestParameters = 48;

function placeOf(file: string, line: number): string {
  const [name = '', module = ''] = [file.split('/').at(-1), file.split('/')[0]];
  return `${name}:${line + 1}${module === name ? '' : ` · ${module}`}`;
}

function keyOf({ file, symbol: { path, nameRange } }: SymbolHit): string {
  return `${file} ${path} ${nameRange.start.line}:${nameRange.start.character}`;
}

function separator(label: string): HitItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** The editor must not filter the items again, since they were found already. */
function item(hit: Hit, key: string, label: string, icon: string): HitItem & { readonly label: string } {
  return {
    label: withoutIcons(label),
    hit,
    key,
    iconPath: new vscode.ThemeIcon(icon),
    alwaysShow: true,
    buttons: [{ iconPath: new vscode.ThemeIcon('split-horizontal'), tooltip: vscode.l10n.t('Open to the Side') }],
  };
}

const icons: Readonly<Record<SymbolKind, string>> = {
  class: 'symbol-class',
  trait: 'symbol-interface',
  object: 'symbol-object',
  interface: 'symbol-interface',
  enum: 'symbol-enum',
  enumConstant: 'symbol-enum-member',
  annotation: 'symbol-interface',
  method: 'symbol-method',
  constructor: 'symbol-constructor',
  field: 'symbol-field',
  val: 'symbol-field',
  var: 'symbol-variable',
  type: 'symbol-type-parameter',
};
