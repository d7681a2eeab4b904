import * as vscode from 'vscode';
import type { NoteSpot } from '../../core/notes/noteSpot';
import type { NoteHit } from '../../core/search/noteIndex';
import { snippetOf, type Snippet } from '../../core/search/snippet';
import type { SearchGroup, SymbolHit } from '../../core/search/search';
import { isSameSymbol, typeKinds, type SymbolKind } from '../../core/symbols/symbol';
import { symbolIcons } from '../editor/symbolIcons';
import type { Model, NotePlace, SourceTree } from '../model/model';
import { notesInOrder } from '../trails/noteOrder';
import { withoutIcons } from '../editor/plainWords';
import { symbolName } from '../model/symbolName';
import type { NoteCorpus } from '../../workspace/search/noteCorpus';
import { targetOfSymbol, type Hit } from './hit';
import { markedWords } from './markedWords';

export interface HitItem extends vscode.QuickPickItem {
  /** The hit; undefined for a separator between two kinds. */
  readonly hit?: Hit;
  /** A key that is the same for the same hit. */
  readonly key?: string;
}

/** What the rows of a search are made of. */
export interface Searched {
  readonly typed: string;
  readonly groups: readonly SearchGroup[];
  readonly model: Model;
  readonly tree: SourceTree | undefined;
  readonly corpus: NoteCorpus;
}

/** Makes the items of a search's hits, each kind under its name. */
export function itemsOf(searched: Searched): HitItem[] {
  const { groups, tree } = searched;
  const alike = sameNames(groups);
  return groups.flatMap((group): HitItem[] => {
    if (group.hits.length === 0) return [];
    switch (group.kind) {
      case 'notes':
        return [separator(vscode.l10n.t('Notes')), ...group.hits.map((hit) => noteItem(hit, searched))];
      case 'symbols':
        return tree === undefined
          ? []
          : [separator(vscode.l10n.t('Symbols')), ...group.hits.map((hit) => symbolItem(hit, tree, searched, alike))];
      case 'constants':
        return tree === undefined
          ? []
          : [separator(vscode.l10n.t('Constants')), ...group.hits.map((hit) => constantItem(hit, tree, searched))];
      default:
        return group satisfies never;
    }
  });
}

/** Returns the names that several of the symbols found have, without their packages. */
function sameNames(groups: readonly SearchGroup[]): ReadonlySet<string> {
  const [once, again] = [new Set<string>(), new Set<string>()];
  for (const group of groups) {
    if (group.kind !== 'symbols') continue;
    for (const { symbol } of group.hits) (once.has(symbolName(symbol.path)) ? again : once).add(symbolName(symbol.path));
  }
  return again;
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

function noteItem({ document: { id, note, slug, title, above }, snippet }: NoteHit, { typed, model }: Searched): HitItem {
  const folder = model.notes.folderOf(note);
  const place = [...(folder?.own === true ? [folder.title] : []), ...above];
  return {
    ...item({ kind: 'note', place: { note, slug, ...spotOf(snippet) } }, id, title, slug === undefined ? 'book' : 'list-tree'),
    description: withoutIcons(place.join(' › ')),
    detail: withoutIcons(markedWords(snippet, typed)),
  };
}

/** The snippet's words are those of the section, so the panel finds them in it. The beginning of a section needs no search. */
function spotOf({ text, marks }: Snippet): { readonly spot?: NoteSpot } {
  return marks.length > 0 ? { spot: { kind: 'words', words: text } } : {};
}

function symbolItem(hit: SymbolHit, tree: SourceTree, { model, corpus }: Searched, alike: ReadonlySet<string>): HitItem {
  const { symbol, file } = hit;
  const parameters = symbol.parameters === undefined ? '' : `(${symbol.parameters.join(', ')})`;
  const shown = parameters.length > longestParameters ? `${parameters.slice(0, longestParameters)}…)` : parameters;
  const name = symbolName(symbol.path);
  // What tells symbols of one name apart stands where no width cuts it off.
  const apart = alike.has(name) ? `${keywords[symbol.kind]} ${packageOf(symbol.path)}` : '';
  const note = typeKinds.has(symbol.kind) ? sectionAbout(hit, tree, model) : undefined;
  return {
    ...item(codeHit(hit, tree, note), keyOf(hit), name, symbolIcons[symbol.kind]),
    description: withoutIcons(
      [apart.trim(), placeOf(file, symbol.nameRange.start.line), shown].filter((part) => part !== '').join('  '),
    ),
    ...notedDetail(symbol.path, corpus),
  };
}

function constantItem(hit: SymbolHit, tree: SourceTree, searched: Searched): HitItem {
  const { symbol, file } = hit;
  const { value = '' } = symbol;
  const place = placeOf(file, symbol.nameRange.start.line);
  // A sentence is too long for a name: the constant has one.
  const isSentence = /\s/.test(value);
  const note = value === searched.typed.trim() ? explaining(searched) : undefined;
  return {
    ...item(codeHit(hit, tree, note), keyOf(hit), isSentence ? symbolName(symbol.path) : value, 'symbol-constant'),
    description: withoutIcons(isSentence ? place : `${symbolName(symbol.path)}  ${place}`),
    ...(isSentence ? { detail: withoutIcons(sentenceAround(value, searched.typed)) } : notedDetail(symbol.path, searched.corpus)),
  };
}

function codeHit(hit: SymbolHit, tree: SourceTree, note: NotePlace | undefined): Hit {
  return { kind: 'code', tree, target: targetOfSymbol(hit), ...(note === undefined ? {} : { note }) };
}

/** Returns the first section that is about a symbol. */
function sectionAbout({ file, symbol }: SymbolHit, tree: SourceTree, { bindings }: Model): NotePlace | undefined {
  const about = bindings
    .ofFile(tree.uriOf(file))
    .find(({ role, target }) => role === 'subject' && isSameSymbol(target.symbol, symbol));
  return about && { note: about.note.uri, slug: about.section.slug };
}

/** Returns the best section that has what was typed. */
export function explaining({ groups }: Pick<Searched, 'groups'>): NotePlace | undefined {
  const hits = groups.flatMap((group) => (group.kind === 'notes' ? group.hits : []));
  const best = hits.find(({ isLiteral }) => isLiteral);
  return best && { note: best.document.note, slug: best.document.slug };
}

/** Describes the section that is about a symbol, else one that mentions it. */
function notedDetail(path: string, corpus: NoteCorpus): { readonly detail?: string } {
  const noted = corpus.notedAt(path);
  if (noted === undefined) return {};
  const titles = noted.title === '' || noted.title === noted.note.title ? [noted.note.title] : [noted.note.title, noted.title];
  return { detail: `$(book) ${withoutIcons(titles.join(' › '))}` };
}

/** Returns the part of a long value around what was typed. */
function sentenceAround(value: string, typed: string): string {
  return snippetOf(value.replaceAll(/<\/?[a-zA-Z][^<>]{0,200}>|\s+/g, ' '), typed.toLowerCase().split(/\s+/)).text;
}

/** The most UTF-16 units of a parameter list that leave room for the place. */
const longestParameters = 48;

/** Says where a line stands, as in `Log.scala:974 · core`. */
export function placeOf(file: string, line: number): string {
  const [name = '', module = ''] = [file.split('/').at(-1), file.split('/')[0]];
  return `${name}:${line + 1}${module === name ? '' : ` · ${module}`}`;
}

function keyOf({ file, symbol: { path, nameRange } }: SymbolHit): string {
  return `${file} ${path} ${nameRange.start.line}:${nameRange.start.character}`;
}

export function separator(label: string): HitItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** The editor must not filter the items again, since they were found already. */
export function item(hit: Hit, key: string, label: string, icon: string): HitItem & { readonly label: string } {
  return {
    label: withoutIcons(label),
    hit,
    key,
    iconPath: new vscode.ThemeIcon(icon),
    alwaysShow: true,
    buttons: [{ iconPath: new vscode.ThemeIcon('split-horizontal'), tooltip: vscode.l10n.t('Open to the Side') }],
  };
}

/** Returns the package of a symbol, by the convention that types begin with a capital. */
function packageOf(path: string): string {
  return /^(?:[a-z_]\w*\.)*(?=[A-Z])/.exec(path)?.[0].slice(0, -1) ?? '';
}

/** The words by which source declares symbols, which no language translates. */
const keywords: Readonly<Record<SymbolKind, string>> = {
  class: 'class',
  trait: 'trait',
  object: 'object',
  interface: 'interface',
  enum: 'enum',
  enumConstant: '',
  annotation: '@interface',
  method: '',
  constructor: '',
  field: '',
  val: 'val',
  var: 'var',
  type: 'type',
};
