import { roleForSymbol, type Binding, type Target } from '../bindings/binding';
import { encloses } from '../util/range';
import { isSameSymbol, typeKinds, type SourceSymbol } from '../symbols/symbol';
import type { Position } from '../util/range';
import { symbolsAround } from '../symbols/symbolsAround';

/** A section of a note that speaks of a symbol, with the anchors in it that do so, in their order. */
export interface ReferringSection {
  /** The URI of the note. */
  readonly note: string;
  /** The index into the note's sections. */
  readonly section: number;
  readonly bindings: readonly Binding[];
}

/** The sections in which notes speak of one symbol, in the order of the notes. A section is in one of the lists only. */
export interface SymbolReferences {
  /** Undefined if the file or its package is meant. */
  readonly symbol: SourceSymbol | undefined;
  /** Sections with an anchor to it, and not to a statement in it, in their heading. */
  readonly about: readonly ReferringSection[];
  readonly mentions: readonly ReferringSection[];
  /** Sections that only name it, in tables and lists. */
  readonly references: readonly ReferringSection[];
  /** Sections with anchors that fit several symbols, this one among them. */
  readonly possibly: readonly ReferringSection[];
}

/** The references to the place that a reader is at. */
export interface PlaceReferences extends SymbolReferences {
  /** The members of a type of which notes speak, in source order. */
  readonly members: readonly SymbolReferences[];
  /** The innermost symbol at that place, if no note speaks of it; then the references are to a symbol around it or to the file. */
  readonly unmentioned: SourceSymbol | undefined;
}

/**
 * Returns the references to the innermost symbol around a position that notes, or whose members notes, speak of; else those to the
 * file itself. `bindings` are all that lead, or may lead, into the file; `symbols` are the file's.
 */
export function referencesAt(
  bindings: readonly Binding[],
  symbols: readonly SourceSymbol[],
  position: Position,
): PlaceReferences {
  const around = symbolsAround(symbols, position);
  for (const symbol of around) {
    const own = referencesOf(bindings, symbol);
    const members = typeKinds.has(symbol.kind) ? membersOf(bindings, symbols, symbol) : [];
    if (hasAny(own) || members.length > 0) return { ...own, members, unmentioned: symbol === around[0] ? undefined : around[0] };
  }
  return { ...referencesOf(bindings, undefined), members: [], unmentioned: around[0] };
}

/** Returns the references to a symbol and to quotes inside it. Without a symbol, the file or its package is meant. */
export function referencesOf(bindings: readonly Binding[], symbol: SourceSymbol | undefined): SymbolReferences {
  const isIt = (target: Target): boolean => isSameSymbol(target.symbol, symbol);
  const about = new Map<string, Binding[]>();
  const mentions = new Map<string, Binding[]>();
  const named = new Map<string, Binding[]>();
  const possibly = new Map<string, Binding[]>();
  for (const binding of bindings) {
    const { note, anchor, result } = binding;
    const role = roleForSymbol(binding);
    const isPossible = result.state === 'ambiguous' && result.targets.some(isIt);
    const isSure = 'target' in result && isIt(result.target);
    if (!isPossible && !isSure) continue;
    const list = isPossible ? possibly : { subject: about, mention: mentions, reference: named }[role];
    const key = `${anchor.section} ${note}`;
    const known = list.get(key);
    if (known === undefined) list.set(key, [binding]);
    else known.push(binding);
  }
  mergeInto(about, mentions);
  mergeInto(about, named);
  mergeInto(mentions, named);
  return {
    symbol,
    about: sectionsOf(about),
    mentions: sectionsOf(mentions),
    references: sectionsOf(named),
    possibly: sectionsOf(possibly),
  };
}

/** Moves the bindings of sections that both groups have to the first one, which says more. */
function mergeInto(groups: ReadonlyMap<string, Binding[]>, weaker: Map<string, Binding[]>): void {
  for (const [key, own] of weaker) {
    const known = groups.get(key);
    if (known === undefined) continue;
    known.push(...own);
    weaker.delete(key);
  }
}

function membersOf(bindings: readonly Binding[], symbols: readonly SourceSymbol[], type: SourceSymbol): SymbolReferences[] {
  return symbols
    .filter((one) => encloses(type.range, one.range) && !isSameSymbol(one, type))
    .map((one) => referencesOf(bindings, one))
    .filter(({ about, mentions, references }) => about.length + mentions.length + references.length > 0);
}

function sectionsOf(groups: ReadonlyMap<string, readonly Binding[]>): ReferringSection[] {
  return [...groups.values()].flatMap((bindings) => {
    const [first] = bindings;
    return first === undefined ? [] : [{ note: first.note, section: first.anchor.section, bindings }];
  });
}

function hasAny({ about, mentions, references, possibly }: SymbolReferences): boolean {
  return about.length + mentions.length + references.length + possibly.length > 0;
}
