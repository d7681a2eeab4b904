import { prepare, single } from 'fuzzysort';
import type { NoteRole } from '../notes/note';
import { typeKinds } from '../symbols/symbol';
import { codeSigns, type CodeQuery } from './codeQuery';
import type { NearlyFound } from './misspelt';
import type { FoundSymbol } from './symbolScan';

/** How notes speak of a symbol: one is about it, mentions it, or only names it in a table or list. */
export type NotedAs = NoteRole;

/** A symbol, and how well it fits. A symbol that notes are about, and one that is no test, counts more. */
export interface RankedSymbol {
  readonly found: FoundSymbol;
  /** The score: about 1 for what was typed, more for the whole name and where notes are about it. */
  readonly score: number;
  /** Whether letters of what was typed were wrong, or left out. */
  readonly isGuess: boolean;
}

/**
 * The most symbols that are ranked closely. More fit only what is short, and then those with notes, and those that begin with it,
 * come first.
 */
const mostRanked = 800;
const symbolsAStep = 100;

/** Ranks what a scan found, the best first. `notedAs` takes a canonical path. */
export function* rankSymbols(
  query: CodeQuery,
  found: readonly FoundSymbol[],
  notedAs: (path: string) => NotedAs | undefined,
): Generator<void, RankedSymbol[]> {
  const candidates = found.length > mostRanked ? likeliest(query, found, notedAs) : found;
  const fits = new Fits(query);
  const ranked: RankedSymbol[] = [];
  for (const [index, one] of candidates.entries()) {
    const fit = fits.of(one);
    const score = fit + bonusOf(query, one, notedAs(pathOf(one)));
    if (fit > 0) ranked.push({ found: one, score, isGuess: query.isLoose });
    if (index % symbolsAStep === symbolsAStep - 1) yield;
  }
  return ranked.sort(bestFirst);
}

/** Ranks symbols that nearly fit, the best first. */
export function rankMisspelt(
  query: CodeQuery,
  nearly: readonly NearlyFound[],
  notedAs: (path: string) => NotedAs | undefined,
): RankedSymbol[] {
  const scoreOf = ({ found, distance }: NearlyFound): number =>
    1 / (1 + distance) + bonusOf(query, found, notedAs(pathOf(found)));
  return nearly.map((one) => ({ found: one.found, score: scoreOf(one), isGuess: true })).sort(bestFirst);
}

/** Orders equal symbols: the shorter name first, then the one less deep in packages and types. */
function bestFirst({ score, found }: RankedSymbol, other: RankedSymbol): number {
  const [name, prefix] = [found.name.length - other.found.name.length, found.prefix.length - other.found.prefix.length];
  return other.score - score || name || prefix;
}

/** Returns the canonical path of a symbol. */
export function pathOf({ kind, prefix, name }: FoundSymbol): string {
  return kind === 'object' ? `${prefix}${name}$` : prefix + name;
}

/** Returns how well names fit a query: from 0 to 1, as the library ranks them. */
class Fits {
  /** Many symbols have the same name. */
  private readonly known = new Map<string, number>();

  constructor(private readonly query: CodeQuery) {}

  /** Compares the name alone where only a name was typed, else the name with its owners. */
  of({ prefix, name }: FoundSymbol): number {
    const { tokens } = this.query;
    const [first] = tokens;
    const isPlain = tokens.length === 1 && first?.owners.length === 0;
    if (isPlain && first.name?.finishes(name, 0, name.length) === true) return this.fit(name);
    const owner = prefix.replaceAll('$', '').replaceAll('#', '.');
    const type = owner.slice(owner.lastIndexOf('.', owner.length - 2) + 1);
    if (isPlain) return ownedWeight * this.fit(type + name);
    const fit = tokens.every(({ owners }) => owners.length < 2) ? this.fit(type + name) : 0;
    return fit > 0 ? fit : this.fit(owner + name);
  }

  private fit(target: string): number {
    let fit = this.known.get(target);
    if (fit === undefined) {
      const { text, isLoose } = this.query;
      const isTooLong = isLoose && text.length < leastLoose * target.length;
      fit = isTooLong ? 0 : (single(text, prepare(target))?.score ?? 0);
      this.known.set(target, fit);
    }
    return fit;
  }
}

/** The part of a name that must be typed where letters may be left out anywhere. In a long name any few letters are found. */
const leastLoose = 0.4;
/** A match that is spread over a type and its member counts less than one in a name. */
const ownedWeight = 0.9;

const bonuses: Readonly<Record<NotedAs, number>> = { subject: 0.3, mention: 0.2, reference: 0.1 };

function bonusOf(query: CodeQuery, found: FoundSymbol, notes: NotedAs | undefined): number {
  let bonus = notes === undefined ? 0 : bonuses[notes];
  if (found.inTest) bonus -= isNamed(query, found, 'sameCase') ? 0.6 : testsLast;
  // A class comes before its companion object, and a type whose name has all that was typed before members that have it.
  if (typeKinds.has(found.kind)) bonus += (hasAll(query, found) ? 0.3 : 0.05) + (found.kind === 'object' ? 0 : 0.01);
  if (isNamed(query, found, 'sameCase') && !isWord.test(found.name)) bonus += 0.4;
  else if (isNamed(query, found, 'anyCase')) bonus += codeSigns.test(found.name) ? 0.3 : 0.15;
  return bonus;
}

/** Main sources come before tests, whatever else speaks for a test. Only a test that is named in full comes before what is like it. */
const testsLast = 3;

function hasAll({ text }: CodeQuery, { name }: FoundSymbol): boolean {
  return name.toLowerCase().includes(text.toLowerCase());
}

/** Many fields and parameters are named by a plain word, which says less than a name of its own. */
const isWord = /^\p{Ll}+$/u;

/**
 * Returns whether what was typed is the whole name of a symbol, with its owners in front or not. That counts more than any note
 * can add.
 */
export function isNamed({ tokens }: CodeQuery, { prefix, name }: FoundSymbol, letters: 'anyCase' | 'sameCase'): boolean {
  const typed = tokens.map((token) => token.typed).join('');
  const path = typed.includes('.') ? `.${prefix.replaceAll('$', '').replaceAll('#', '.')}${name}` : `.${name}`;
  return letters === 'sameCase' ? path.endsWith(`.${typed}`) : path.toLowerCase().endsWith(`.${typed.toLowerCase()}`);
}

function likeliest(
  { text }: CodeQuery,
  found: readonly FoundSymbol[],
  notedAs: (path: string) => NotedAs | undefined,
): FoundSymbol[] {
  const small = text.toLowerCase();
  const groups: FoundSymbol[][] = [[], [], [], []];
  for (const one of found) {
    const begins = one.name.toLowerCase().startsWith(small);
    const group = notedAs(pathOf(one)) !== undefined ? 0 : one.inTest ? 3 : begins ? 1 : 2;
    groups[group]?.push(one);
  }
  groups[1]?.sort((one, other) => one.name.length - other.name.length);
  return groups.flat().slice(0, mostRanked);
}
