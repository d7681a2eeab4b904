import { prepare, single } from 'fuzzysort';
import { typeKinds } from '../symbols/symbol';
import { codeSigns, type CodeQuery } from './codeQuery';
import type { NearlyFound } from './misspelt';
import type { FoundSymbol } from './symbolScan';

/** What notes say of a symbol: one is about it, or mentions it. */
export type NotedAs = 'subject' | 'mention';

/** A symbol, and how well it fits; what notes are about and what is no test counts more. */
export interface RankedSymbol {
  readonly found: FoundSymbol;
  /** About 1 for what was typed, more for the whole name and where notes are about it. */
  readonly score: number;
  /** Whether letters of it were wrong, or left out. */
  readonly isGuess: boolean;
}

/** More symbols than these fit only what is short: those with notes, then those that begin with it, come first. */
const mostRanked = 800;
const symbolsAStep = 100;

/** Ranks what a scan found, the best first. `notedAs`: by canonical path. */
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

/** Ranks what is nearly found, the best first. */
export function rankMisspelt(
  query: CodeQuery,
  nearly: readonly NearlyFound[],
  notedAs: (path: string) => NotedAs | undefined,
): RankedSymbol[] {
  const scoreOf = ({ found, distance }: NearlyFound): number =>
    1 / (1 + distance) + bonusOf(query, found, notedAs(pathOf(found)));
  return nearly.map((one) => ({ found: one.found, score: scoreOf(one), isGuess: true })).sort(bestFirst);
}

/** Of equals the shorter name, then what is less deep in packages and types. */
function bestFirst({ score, found }: RankedSymbol, other: RankedSymbol): number {
  const [name, prefix] = [found.name.length - other.found.name.length, found.prefix.length - other.found.prefix.length];
  return other.score - score || name || prefix;
}

/** The canonical path of a symbol. */
export function pathOf({ kind, prefix, name }: FoundSymbol): string {
  return kind === 'object' ? `${prefix}${name}$` : prefix + name;
}

/** How well names fit a query: 0 to 1, as the library ranks them. */
class Fits {
  /** Many symbols have the same name. */
  private readonly known = new Map<string, number>();

  constructor(private readonly query: CodeQuery) {}

  /** By the name alone where that is all that was typed, else with what owns it. */
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

/** The part of a name that must be typed where letters may be left out anywhere: in a long one any few are found. */
const leastLoose = 0.4;
/** What is spread over a type and its member counts less than what stands in a name. */
const ownedWeight = 0.9;

function bonusOf(query: CodeQuery, found: FoundSymbol, notes: NotedAs | undefined): number {
  let bonus = notes === 'subject' ? 0.3 : notes === 'mention' ? 0.2 : 0;
  if (found.inTest) bonus -= 0.35;
  // A class comes before its companion.
  if (typeKinds.has(found.kind)) bonus += found.kind === 'object' ? 0.05 : 0.06;
  if (isNamed(query, found, 'sameCase') && !isWord.test(found.name)) bonus += 0.4;
  else if (isNamed(query, found, 'anyCase')) bonus += codeSigns.test(found.name) ? 0.3 : 0.15;
  return bonus;
}

/** Many fields and parameters are named by a plain word: it says less than a name of its own. */
const isWord = /^\p{Ll}+$/u;

/** Whether what was typed is the whole name of a symbol, with what owns it in front or not: more than any note can add. */
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
