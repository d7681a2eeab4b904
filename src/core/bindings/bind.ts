import type { Anchor, AnchorTarget } from '../notes/anchor';
import type { TextFragment } from '../syntax/textFragment';
import type { UnindexedReason } from '../symbols/symbol';
import type { Range } from '../util/range';
import type { LocatedSymbol, SymbolTable } from '../symbols/symbolTable';
import type { BindingState, Target, Unavailable } from './binding';
import { fileCandidates, symbolCandidates } from './candidates';
import { conventionalNames, conventionOf, mayHold } from './convention';
import type { ReleaseSymbols } from './releaseSymbols';
import { canonicallySpelt, pathOf, type SymbolAnchor } from './symbolPath';
import { symbolsOf } from './symbolsOf';

/** The context in which an anchor is resolved. */
export interface BindingContext {
  readonly table: SymbolTable;
  /** The symbols of the release that the notes are written for. */
  readonly release: ReleaseSymbols;
  /** Returns whether the tree has this file, source or not; undefined while this is not known. */
  readonly hasFile: (file: string) => boolean | undefined;
  /** Whether all files of the tree are known; without it they are. */
  readonly isListed?: boolean;
  /** The folders that could not be listed, relative to the root of the tree, each with the reason. */
  readonly unreadFolders?: ReadonlyMap<string, UnindexedReason>;
}

/** The quote of an anchor, to be found in a part of a file. */
export interface FragmentSearch {
  readonly file: string;
  readonly within?: Range;
  readonly fragment: TextFragment;
}

/**
 * The result of resolving an anchor without reading texts. With `search`, its symbol or file is there, and {@link finishSearch}
 * finds where its quote stands, if anywhere. `waitsFor` lists the files that may change the answer once they are read (or read
 * again).
 */
export type Resolution =
  | { readonly kind: 'done'; readonly result: BindingState; readonly waitsFor: readonly string[] }
  | { readonly kind: 'search'; readonly target: Target; readonly search: FragmentSearch };

const fileStart: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * What anchors of some symbols and files were resolved to, their quotes left out. It holds as long as what is known of the tree does
 * not change.
 */
export type Found = Map<string, Resolution & { readonly kind: 'done' }>;

/**
 * Resolves an anchor. It never guesses: where several symbols fit, the answer is all of them. `found` saves work: what is found is
 * kept there, for the next anchor of the same symbol.
 */
export function resolve(anchor: Anchor, context: BindingContext, found: Found = new Map()): Resolution {
  const { target, fragment } = anchor;
  const key = keyOf(target);
  const known = found.get(key) ?? (target.kind === 'file' ? findFile(target.file, context) : findSymbol(target, context));
  found.set(key, known);
  const place = known.result.state === 'exact' ? known.result.target : undefined;
  if (fragment === undefined || place === undefined) return known;
  const { file, symbol } = place;
  return { kind: 'search', target: place, search: { file, fragment, ...(symbol && { within: symbol.range }) } };
}

function keyOf(target: AnchorTarget): string {
  if (target.kind === 'file') return `/${target.file}`;
  return target.parameters === undefined ? pathOf(target) : `${pathOf(target)}(${target.parameters.join()})`;
}

/**
 * Returns the state of an anchor with a quote, once the places of the quote are known; undefined places mean that the file could
 * not be read.
 */
export function finishSearch(target: Target, places: readonly Range[] | undefined): BindingState {
  if (places === undefined) return { state: 'unavailable', why: 'unreadable' };
  const targets = places.map((range) => ({ ...target, range }));
  const [first, ...others] = targets;
  if (first === undefined) return { state: 'missing', what: 'fragment', candidates: [{ target, reason: 'sameName' }] };
  return others.length === 0 ? { state: 'exact', target: first } : { state: 'ambiguous', targets };
}

function done(result: BindingState, waitsFor: readonly string[] = []): Resolution & { kind: 'done' } {
  return { kind: 'done', result, waitsFor };
}

function unavailable(why: Unavailable, waitsFor: readonly string[]): Resolution & { kind: 'done' } {
  return done({ state: 'unavailable', why }, waitsFor);
}

function findFile(file: string, { table, hasFile }: BindingContext): Resolution & { kind: 'done' } {
  const isThere = table.files.has(file) || hasFile(file);
  if (isThere === undefined) return unavailable('notIndexedYet', [file]);
  if (isThere) return done({ state: 'exact', target: { file, range: fileStart } });
  return done({ state: 'missing', what: 'file', candidates: fileCandidates(file, table) }, [file]);
}

function findSymbol(written: SymbolAnchor, context: BindingContext): Resolution & { kind: 'done' } {
  const { table, release, unreadFolders } = context;
  const anchor = canonicallySpelt(written, table);
  const likely = table.complete ? [] : likelyUnread(anchor, table);
  if (likely.length > 0) return unavailable('notIndexedYet', likely);
  const symbols = symbolsOf(anchor, table, release);
  const packageFile = symbols.length === 0 && anchor.member === undefined ? table.packageFiles(anchor.type)[0] : undefined;
  const unread = symbols.length === 0 && packageFile === undefined ? likelyUnindexed(anchor, table) : undefined;
  const isSettled = table.complete || packageFile !== undefined || unread !== undefined;
  const waiting = isSettled ? undefined : waitFor(anchor, symbols, table);
  if (waiting !== undefined) return unavailable('notIndexedYet', waiting);
  if (packageFile !== undefined) return done({ state: 'exact', target: packageTarget(anchor.type, packageFile, table) });

  const targets = symbols.map(targetOf);
  const [first, ...others] = targets;
  if (first !== undefined) return done(others.length === 0 ? { state: 'exact', target: first } : { state: 'ambiguous', targets });
  if (unread !== undefined) return unavailable(unread.reason, [unread.file]);
  if (!isTypeKnown(anchor, table))
    for (const [folder, reason] of unreadFolders ?? []) if (mayHold(folder, anchor)) return unavailable(reason, []);
  return done({ state: 'missing', what: 'symbol', candidates: symbolCandidates(anchor, table) });
}

/** Returns the file in which the symbol should stand, where that file could not be read. */
function likelyUnindexed(anchor: SymbolAnchor, table: SymbolTable): { file: string; reason: UnindexedReason } | undefined {
  if (isTypeKnown(anchor, table)) return undefined;
  const isConventional = conventionOf(anchor);
  for (const [file, reason] of table.unindexed()) if (isConventional(file)) return { file, reason };
  return undefined;
}

function isTypeKnown({ type, member }: SymbolAnchor, table: SymbolTable): boolean {
  return member !== undefined && symbolsOf({ kind: 'symbol', type }, table).length > 0;
}

function targetOf({ file, symbol }: LocatedSymbol): Target {
  return { file, symbol, range: symbol.nameRange };
}

function packageTarget(name: string, file: string, table: SymbolTable): Target {
  const clause = table.outline(file)?.packages.find((one) => one.name === name);
  return { file, range: clause?.nameRange ?? fileStart };
}

/** Returns the files that are not read yet and in which convention puts the symbol. */
function likelyUnread(anchor: SymbolAnchor, table: SymbolTable): readonly string[] {
  const isConventional = conventionOf(anchor);
  const isLikely = (file: string): boolean => table.indexed(file) === undefined && isConventional(file);
  return conventionalNames(anchor).flatMap((name) => table.filesNamed(name).filter(isLikely));
}

/**
 * Returns, while some files are unread but none where convention puts the symbol, the files to wait for before anything can be said;
 * the list is empty where every file might matter. Returns undefined where what is read is enough: the symbol, or the type it would
 * be a member of, stands in the file where convention puts it.
 */
function waitFor(anchor: SymbolAnchor, found: readonly LocatedSymbol[], table: SymbolTable): readonly string[] | undefined {
  const isConventional = conventionOf(anchor);
  const known = found.length > 0 || anchor.member === undefined ? found : symbolsOf({ kind: 'symbol', type: anchor.type }, table);
  if (known.length > 0 && known.every(({ file }) => isConventional(file))) return undefined;
  if (known.length === 0) return [];
  const unread = table.unindexedCandidates(pathOf(anchor));
  return unread.length > 0 ? unread : undefined;
}
