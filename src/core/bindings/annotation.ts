import { noteRoles, type NoteRole } from '../notes/note';
import { isSameSymbol, type SourceSymbol } from '../symbols/symbol';
import { comparePositions, type Range } from '../util/range';
import { describesPackage } from './convention';
import { isQuote, roleForSymbol, targetOf, type Binding, type Target } from './binding';

/** A section of a note, bound to a place by an anchor in it. */
export interface AnnotatingSection {
  /** The URI of the note. */
  readonly note: string;
  /** The index of the section in the note. */
  readonly section: number;
  readonly role: NoteRole;
  /** The first anchor of the section that is bound to the place, among those with the strongest role. */
  readonly binding: Binding;
}

/** The annotation of one place in a source file. It has each section once, subjects first and references last. */
export interface PlaceAnnotations {
  readonly file: string;
  /** The annotated symbol, or undefined where a package or the file itself is annotated. */
  readonly symbol?: SourceSymbol;
  /** The place: a quote's, else the symbol's name, else the package clause or the start of the file. */
  readonly range: Range;
  /** Says whether the place is a quoted one, and not the symbol or the file as a whole. */
  readonly isQuote: boolean;
  readonly sections: readonly AnnotatingSection[];
}

/**
 * Returns the place that a binding annotates, if it surely leads somewhere. A package has one only in a file that describes it:
 * of the others any would do, and which one is found first changes while files are read.
 */
export function annotatedPlace({ anchor, result }: Binding): Target | undefined {
  const target = targetOf(result);
  if (target === undefined || target.symbol !== undefined) return target;
  const isPackage = anchor.parsed.ok && anchor.parsed.anchor.target.kind === 'symbol';
  return isPackage && !describesPackage(target.file) ? undefined : target;
}

/** Groups the bindings that surely lead into `file` by their places, in the order of the file. */
export function annotationsOf(file: string, bindings: Iterable<Binding>): PlaceAnnotations[] {
  const places = new Map<string, { target: Target; bindings: Binding[] }>();
  for (const binding of bindings) {
    const target = annotatedPlace(binding);
    if (target?.file !== file) continue;
    const key = placeKey(target);
    const place = places.get(key);
    if (place === undefined) places.set(key, { target, bindings: [binding] });
    else place.bindings.push(binding);
  }
  return Array.from(places.values(), ({ target: { symbol, range }, bindings }) => ({
    file,
    ...(symbol && { symbol }),
    range,
    isQuote: bindings.every(isQuote),
    sections: sectionsOf(bindings, ({ anchor }) => anchor.role),
  })).sort((one, other) => comparePositions(one.range.start, other.range.start));
}

function placeKey({ symbol, range: { start, end } }: Target): string {
  return `${start.line}:${start.character}-${end.line}:${end.character} ${symbol?.path ?? ''}(${symbol?.parameters?.join() ?? ''})`;
}

/**
 * Returns the sections of bindings, each once by its strongest role, subjects first. Of two that only mention a symbol, one about a
 * part of it comes first, and one whose words mention it before one whose diagram does.
 */
function sectionsOf(bindings: readonly Binding[], roleOf: (binding: Binding) => NoteRole): AnnotatingSection[] {
  const sections = new Map<string, AnnotatingSection>();
  for (const binding of bindings) {
    const { note, anchor } = binding;
    const role = roleOf(binding);
    const key = `${anchor.section} ${note}`;
    const section = { note, section: anchor.section, role, binding };
    const known = sections.get(key);
    if (known === undefined || compareWeights(section, known) < 0) sections.set(key, section);
  }
  const parts = (one: AnnotatingSection, other: AnnotatingSection): number =>
    compareRoles(one.binding.anchor, other.binding.anchor);
  return [...sections.values()].sort((one, other) => compareRoles(one, other) || parts(one, other) || compareWeights(one, other));
}

/** Compares by role, and puts what is said in words before what a diagram shows. */
function compareWeights(one: AnnotatingSection, other: AnnotatingSection): number {
  const isDrawn = ({ binding }: AnnotatingSection): number => Number(binding.anchor.inBlock === 'diagram');
  return compareRoles(one, other) || isDrawn(one) - isDrawn(other);
}

/** Compares by role, the strongest first. */
export function compareRoles(one: { readonly role: NoteRole }, other: { readonly role: NoteRole }): number {
  return noteRoles.indexOf(one.role) - noteRoles.indexOf(other.role);
}

/** Returns the sections of all these places, as they speak of the symbol or file as a whole. */
export function sectionsOfWhole(places: readonly PlaceAnnotations[]): AnnotatingSection[] {
  return sectionsOf(bindingsOf(places), roleForSymbol);
}

/** Returns the sections of places, as they speak of each place itself, be it a quote or not. */
export function sectionsOfPlaces(places: readonly PlaceAnnotations[]): AnnotatingSection[] {
  return sectionsOf(bindingsOf(places), ({ anchor }) => anchor.role);
}

function bindingsOf(places: readonly PlaceAnnotations[]): Binding[] {
  return places.flatMap(({ sections }) => sections.map(({ binding }) => binding));
}

/** Returns the places of a symbol, those quoted in it included; without a symbol those of the file or its package. */
export function placesOf(places: readonly PlaceAnnotations[], symbol: SourceSymbol | undefined): PlaceAnnotations[] {
  return places.filter((place) => isSameSymbol(place.symbol, symbol));
}
