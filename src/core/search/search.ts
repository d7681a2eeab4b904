import type { SourceSymbol } from '../symbols/symbol';
import { unpackSymbols } from '../symbols/packedOutline';
import type { SymbolTable } from '../symbols/symbolTable';
import { codeQueryOf, codeSigns, type CodeQuery } from './codeQuery';
import { findMisspelt } from './misspelt';
import type { NoteHit, NoteIndex } from './noteIndex';
import { rankMisspelt, rankSymbols, type NotedAs, type RankedSymbol } from './rankSymbols';
import { findConstants } from './scanConstants';
import { scanSymbols, type FoundSymbol } from './symbolScan';

/** What is searched. */
export interface SearchSources {
  readonly notes: NoteIndex;
  /** Undefined where no source tree is open. */
  readonly table: SymbolTable | undefined;
  /** What notes say of the symbol of a canonical path. */
  readonly notedAs: (path: string) => NotedAs | undefined;
}

/** A symbol that was found, in a file relative to its tree's root. */
export interface SymbolHit {
  readonly file: string;
  readonly symbol: SourceSymbol;
  readonly notedAs: NotedAs | undefined;
}

/** The hits of one kind, the best first, at least one. */
export type SearchGroup =
  | { readonly kind: 'notes'; readonly hits: readonly NoteHit[] }
  | { readonly kind: 'symbols'; readonly hits: readonly SymbolHit[] }
  | { readonly kind: 'constants'; readonly hits: readonly SymbolHit[] };

/** More than anybody looks through: who does not find it there types another letter. */
const most = { notes: 20, symbols: 30, constants: 20 };
/** Names that are typed with more letters are looked for with some of them left out or wrong, where nothing else fits. */
const shortestLoose = 4;

/**
 * Everything that fits what was typed, what is most likely meant first. It has many steps, each of a few milliseconds at most,
 * and may be left behind any of them.
 */
export function* search(typed: string, { notes, table, notedAs }: SearchSources): Generator<void, SearchGroup[]> {
  const noteHits = yield* notes.search(typed, most.notes);
  const query = codeQueryOf(typed);
  const groups: SearchGroup[] = noteHits.length === 0 ? [] : [{ kind: 'notes', hits: noteHits }];
  if (table === undefined || query === undefined) return groups;
  const ranked = yield* findSymbols(table, typed, query, notedAs);
  const constants = query.isPart ? [] : yield* findConstants(table, query, most.constants);
  const hitOf = ({ file, index, prefix, name }: FoundSymbol): SymbolHit[] => symbolHit(table, file, index, prefix, name, notedAs);
  const constantHits = constants.flatMap(({ found }) => hitOf(found));
  yield;
  const isListed = new Set(constants.map(({ found: { file, index } }) => `${index} ${file}`));
  const symbols = ranked.filter(({ found: { file, index } }) => !isListed.has(`${index} ${file}`)).slice(0, most.symbols);
  const symbolHits = symbols.flatMap(({ found }) => hitOf(found));
  if (symbolHits.length > 0) groups.push({ kind: 'symbols', hits: symbolHits });
  if (constantHits.length > 0) groups.push({ kind: 'constants', hits: constantHits });
  const isValue = /[._-]/.test(query.text) && constants[0]?.value.toLowerCase() === query.words.join(' ');
  return inOrder(groups, isValue ? 'constants' : meansSymbol(query, symbols[0], noteHits[0]) ? 'symbols' : 'notes');
}

/** Where no name alone fits, a letter of it may be wrong; where nothing fits, two, or some may be left out. */
function* findSymbols(
  table: SymbolTable,
  typed: string,
  query: CodeQuery,
  notedAs: SearchSources['notedAs'],
): Generator<void, RankedSymbol[]> {
  const found: FoundSymbol[] = [];
  yield* scanSymbols(table, query, found);
  const ranked = yield* rankSymbols(query, found, notedAs);
  const [token, ...others] = query.tokens;
  if (token?.name !== undefined && token.owners.length === 0 && others.length === 0) {
    if (found.some(({ name }) => token.name?.finishes(name, 0, name.length))) return ranked;
    const nearly = yield* findMisspelt(table, query.text, found.length === 0 ? 2 : 1);
    if (nearly.length > 0) return [...rankMisspelt(query, nearly, notedAs), ...ranked];
  }
  if (found.length > 0 || query.text.length < shortestLoose) return ranked;
  const loose = codeQueryOf(typed, true) ?? query;
  yield* scanSymbols(table, loose, found);
  return yield* rankSymbols(loose, found, notedAs);
}

/** Whether what was typed looks like a name more than like words: by its form, or as it is a name and no title's word. */
function meansSymbol({ text, isPart, tokens }: CodeQuery, best: RankedSymbol | undefined, note: NoteHit | undefined): boolean {
  if (isPart || best === undefined || tokens.length > 1) return false;
  if (codeSigns.test(text)) return true;
  return best.found.name.toLowerCase() === text.toLowerCase() && note?.inTitle !== true;
}

function inOrder(groups: readonly SearchGroup[], first: SearchGroup['kind']): SearchGroup[] {
  return [...groups.filter(({ kind }) => kind === first), ...groups.filter(({ kind }) => kind !== first)];
}

/** None where the file was read anew meanwhile and has it no more. */
function symbolHit(
  table: SymbolTable,
  file: string,
  index: number,
  prefix: string,
  name: string,
  notedAs: SearchSources['notedAs'],
): SymbolHit[] {
  const reading = table.reading(file);
  if (reading === undefined || !('packed' in reading)) return [];
  let at = -1;
  const [symbol] = unpackSymbols(reading.packed, (onePrefix, _last, oneName) => {
    at++;
    return at === index && onePrefix === prefix && oneName === name;
  });
  return symbol === undefined ? [] : [{ file, symbol, notedAs: notedAs(symbol.path) }];
}
