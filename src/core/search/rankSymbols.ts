import { prepare, single } from 'fuzzysort';
import type { CodeQuery } from './codeQuery';
import type { NearlyFound } from './misspelt';
import type { FoundSymbol } from './symbolScan';

/** What notes say of a symbol: one is about it, or mentions it. */
export type NotedAs = 'subject' | 'mention';

/** A symbol, and how well it fits; what notes are about and what is no test counts more. */
export interface RankedSymbol {
  readonly found: FoundSymbol;
  /** 1 for what was typed exactly; a little more where notes are about it. */
  readonly score: number;
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
    if (fit > 0) ranked.push({ found: one, score: fit + bonusOf(query, one, notedAs(pathOf(one))) });
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
  return nearly.map((one) => ({ found: one.found, score: scoreOf(one) })).sort(bestFirst);
}

function bestFirst(one: RankedSymbol, other: RankedSymbol): number {
  return other.score - one.score || one.found.name.length - other.found.name.length;
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
      fit = single(this.query.text, prepare(target))?.score ?? 0;
      this.known.set(target, fit);
    }
    return fit;
  }
}

/** What is spread over a type and its member counts less than what stands in a name. */
const ownedWeight = 0.9;

function bonusOf({ text }: CodeQuery, { kind, name, inTest }: FoundSymbol, notes: NotedAs | undefined): number {
  let bonus = notes === 'subject' ? 0.3 : notes === 'mention' ? 0.2 : 0;
  if (inTest) bonus -= 0.25;
  if (isType.has(kind)) bonus += 0.06;
  if (text.endsWith(name)) bonus += 0.05;
  return bonus;
}

const isType: ReadonlySet<string> = new Set(['class', 'trait', 'object', 'interface', 'enum', 'annotation']);

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
