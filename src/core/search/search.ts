import { typeKinds } from '../symbols/symbol';
import { prefixAt, symbolsNamed, unpackSymbol } from '../symbols/packedOutline';
import type { SymbolTable } from '../symbols/symbolTable';
import { codeQueryOf, codeSigns, type CodeQuery } from './codeQuery';
import { inFront, inSight } from './inSight';
import type { SearchGroup, SymbolHit } from './searchGroup';
import { findMisspelt } from './misspelt';
import type { NoteHit, NoteIndex } from './noteIndex';
import { isNamed, rankMisspelt, rankSymbols, type NotedAs, type RankedSymbol } from './rankSymbols';
import { findConstants, type FoundConstant } from './scanConstants';
import { scanSymbols, type FoundSymbol } from './symbolScan';

/** The notes and symbols that are searched. */
export interface SearchSources {
  readonly notes: NoteIndex;
  /** The tree's symbols; undefined where no source tree is open. */
  readonly table: SymbolTable | undefined;
  /** Returns how notes speak of the symbol of a canonical path. */
  readonly notedAs: (path: string) => NotedAs | undefined;
}

export type { SearchGroup, SymbolHit };

/** The most hits of a kind, which is more than anybody looks through before typing another letter. */
const most = { notes: 20, symbols: 30, constants: 20 };
/** The least letters of a name that is looked for with some of them left out or wrong, where nothing else fits. */
const shortestLoose = 4;

/**
 * Finds everything that fits what was typed, the most likely first. It has many steps, each of a few milliseconds at most, and
 * may be abandoned after any of them.
 */
export function* search(typed: string, { notes, table, notedAs }: SearchSources): Generator<void, SearchGroup[]> {
  const noteHits = yield* notes.search(typed, most.notes);
  const query = codeQueryOf(typed);
  const inNotes: SearchGroup[] = noteHits.length === 0 ? [] : [{ kind: 'notes', hits: noteHits }];
  if (table === undefined || query === undefined) return inNotes;
  const ranked = yield* findSymbols(table, typed, query, notedAs);
  const constants = yield* constantsOf(table, query);
  yield;
  const isListed = new Set(constants.map(({ found: { file, index } }) => `${index} ${file}`));
  const symbols = ranked.filter(({ found: { file, index } }) => !isListed.has(`${index} ${file}`)).slice(0, most.symbols);
  const groupOf = (kind: 'symbols' | 'constants', found: readonly { readonly found: FoundSymbol }[]): SearchGroup[] => {
    const hits = found.flatMap((one) => symbolHit(table, one.found, notedAs));
    return hits.length === 0 ? [] : [{ kind, hits }];
  };
  const inConstants = groupOf('constants', constants);
  yield;
  const inSymbols = groupOf('symbols', symbols);
  if (meansValue(query, constants[0], symbols[0])) {
    // A section that has the whole value explains it, where the constant is a bare line.
    const isExplained = isValue(query, constants[0]) && noteHits[0]?.isLiteral === true;
    if (isExplained) return inSight([...inNotes, ...inConstants, ...inSymbols], sectionsOfValue);
    return inSight([...inConstants, ...inNotes, ...inSymbols]);
  }
  if (meansSymbol(query, symbols[0], noteHits[0])) {
    const named = symbols.filter(({ found }) => isNamed(query, found, 'anyCase') && !found.inTest);
    const types = named.filter(({ found }) => typeKinds.has(found.kind));
    const first = Math.max(2, types.length === 0 ? named.length : types.length);
    return inSight([...inSymbols, ...inNotes, ...inConstants], Math.min(first, inFront));
  }
  const types = symbols.filter(({ found }) => isTypeItself(query, found));
  if (types.length === 0) return inSight([...inNotes, ...inSymbols, ...inConstants]);
  const others = symbols.filter((one) => !types.includes(one));
  return inSight([...groupOf('symbols', types), ...inNotes, ...groupOf('symbols', others), ...inConstants]);
}

/** The sections that stand above the constant that they explain. */
const sectionsOfValue = 3;

/** Matches what joins the parts of values. */
const valueSigns = /[._-]/;

/** Finds the constants whose values have all words that were typed, else those with all words that look like a setting's name. */
function* constantsOf(table: SymbolTable, { words, isPart }: CodeQuery): Generator<void, FoundConstant[]> {
  const found = isPart ? [] : yield* findConstants(table, words, most.constants);
  const values = words.filter((word) => valueSigns.test(word));
  if (found.length > 0 || values.length === 0 || (!isPart && values.length === words.length)) return found;
  return yield* findConstants(table, values, most.constants);
}

/** Finds symbols with wrong letters: one where no name fits, two, or some left out, where nothing fits. */
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
  const isPlain = query.tokens.every(({ owners, name }) => owners.length === 0 && name !== undefined);
  if (isPlain && (others.length === 0 || found.length === 0)) {
    if (found.some(({ name }) => token?.name?.finishes(name, 0, name.length))) return ranked;
    const nearly = yield* findMisspelt(table, query.text.replaceAll(' ', ''), found.length === 0 ? 2 : 1);
    if (nearly.length > 0) return [...rankMisspelt(query, nearly, notedAs), ...ranked];
  }
  if (found.length > 0) return ranked;
  const names = namesAmong(query);
  if (names !== undefined) {
    yield* scanSymbols(table, names, found);
    return yield* rankSymbols(names, found, notedAs);
  }
  if (query.text.length < shortestLoose) return ranked;
  const loose = codeQueryOf(typed, true) ?? query;
  yield* scanSymbols(table, loose, found);
  return yield* rankSymbols(loose, found, notedAs);
}

/** Returns what looks like names among words, as in `who calls LogSegment.flush`; undefined where all of it does, or nothing. */
function namesAmong(query: CodeQuery): CodeQuery | undefined {
  const tokens = query.tokens.filter(({ typed }) => codeSigns.test(typed));
  if (tokens.length === 0 || tokens.length === query.tokens.length) return undefined;
  return { ...query, tokens, text: tokens.map(({ typed }) => typed).join(' '), isPart: true };
}

/** Returns whether what was typed looks like a value and is one, or a part of one and of no name. */
function meansValue(query: CodeQuery, best: FoundConstant | undefined, symbol: RankedSymbol | undefined): boolean {
  if (query.isPart || best === undefined || !valueSigns.test(query.text)) return false;
  return isValue(query, best) || (symbol?.isGuess !== false && !/\s/.test(best.value));
}

function isValue({ words }: CodeQuery, best: FoundConstant | undefined): boolean {
  return best?.value.toLowerCase() === words.join(' ');
}

/**
 * Returns whether what was typed looks more like a name than like words: by its form, or since it is a name and no word of the
 * notes.
 */
function meansSymbol(query: CodeQuery, best: RankedSymbol | undefined, note: NoteHit | undefined): boolean {
  if (query.isPart || best === undefined || query.tokens.length > 1) return false;
  if (codeSigns.test(query.text)) return true;
  return isNamed(query, best.found, 'anyCase') && (codeSigns.test(best.found.name) || note?.isLiteral !== true);
}

/** Returns whether a type's name was typed, which may be a word of the notes, too: `Log`. */
function isTypeItself(query: CodeQuery, found: FoundSymbol): boolean {
  return !query.isPart && !found.inTest && typeKinds.has(found.kind) && isNamed(query, found, 'sameCase');
}

/** Returns undefined where the file was indexed anew meanwhile and no longer has the symbol. */
function symbolHit(
  table: SymbolTable,
  { file, index, prefix, name }: FoundSymbol,
  notedAs: SearchSources['notedAs'],
): SymbolHit[] {
  const reading = table.indexed(file);
  if (reading === undefined || !('packed' in reading)) return [];
  const { packed } = reading;
  if (prefixAt(packed, index) !== prefix || !symbolsNamed(packed, name).includes(index)) return [];
  const symbol = unpackSymbol(packed, index, name);
  return [{ file, symbol, notedAs: notedAs(symbol.path) }];
}
