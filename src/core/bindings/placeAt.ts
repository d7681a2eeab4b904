import { isSameSymbol, typeKinds, type SourceSymbol } from '../symbols/symbol';
import { isPrimaryConstructor, symbolsAround } from '../symbols/symbolsAround';
import { comparePositions, contains, encloses, type Position, type Range } from '../util/range';
import { placesOf, sectionsOfPlaces, sectionsOfWhole, type AnnotatingSection, type PlaceAnnotations } from './annotation';

/** A place of a source file that notes speak of. */
export interface AnnotatedPlace {
  /** The symbol that the place is or lies in; undefined where the file or its package is meant. */
  readonly symbol?: SourceSymbol;
  /** The quoted code, where the place is a statement and not the whole symbol. */
  readonly quote?: Range;
  /** The sections, each once, subjects first and references last. */
  readonly sections: readonly AnnotatingSection[];
}

/** The answer for a position. */
export interface PlaceAt {
  /** The innermost annotated place. A symbol that notes only refer to is none. */
  readonly place?: AnnotatedPlace;
  /**
   * The nearest type around the position that sections are about, with these sections, or else those about its members; it is there
   * where no such place is.
   */
  readonly around?: AnnotatedPlace;
}

/**
 * Finds the innermost annotated place at a position. On the lines of a quote that is the quote, then the method, then the type. In
 * a member that has no notes it is none, and not the type around: a reader of one method has not asked for what is said of the whole
 * type. A quote that notes only refer to counts where no section is about the code around it. `symbols` are the file's.
 */
export function placeAt(annotations: readonly PlaceAnnotations[], symbols: readonly SourceSymbol[], position: Position): PlaceAt {
  if (annotations.length === 0) return {};
  const spoken = annotations.filter(({ sections }) => sections.some(({ role }) => role !== 'reference'));
  const around = withoutMute(symbolsAround(symbols, position), spoken);
  const quotes = quotesAt(spoken, around[0], position);
  if (quotes.length > 0) return { place: placeOfQuotes(quotes) };
  const own = around.find((symbol) => placesOf(spoken, symbol).length > 0);
  const isInMember = around[0] !== undefined && own !== around[0] && (own === undefined || typeKinds.has(own.kind));
  const sections = isInMember ? [] : sectionsOfWhole(placesOf(spoken, own));
  // The body of a type is full of other things, so only what is about the type belongs there.
  const isBody = own !== undefined && typeKinds.has(own.kind) && !isHeader(own, position);
  const said = isBody ? sections.filter(isSubject) : sections;
  const referred = said.some(isSubject) ? [] : quotesAt(annotations, around[0], position);
  if (referred.length > 0) return { place: placeOfQuotes(referred) };
  if (said.length > 0) return { place: placeOf(own, said) };
  for (const type of around.filter(({ kind }) => typeKinds.has(kind))) {
    const inside = spoken.filter(({ range }) => encloses(type.range, range));
    const about = [sectionsOfWhole(placesOf(spoken, type)), sectionsOfPlaces(inside)].map((all) => all.filter(isSubject));
    const offered = about.find((all) => all.length > 0);
    if (offered !== undefined) return { around: placeOf(type, offered) };
  }
  return {};
}

function isSubject({ role }: AnnotatingSection): boolean {
  return role === 'subject';
}

function placeOfQuotes(quotes: readonly PlaceAnnotations[]): AnnotatedPlace {
  return placeOf(quotes[0]?.symbol, sectionsOfPlaces(quotes), quotes[0]?.range);
}

function placeOf(symbol: SourceSymbol | undefined, sections: readonly AnnotatingSection[], quote?: Range): AnnotatedPlace {
  return { ...(symbol && { symbol }), ...(quote && { quote }), sections };
}

/** Leaves out primary constructors without notes: their place is the header of their type. */
function withoutMute(around: readonly SourceSymbol[], spoken: readonly PlaceAnnotations[]): SourceSymbol[] {
  return around.filter((one) => !isPrimaryConstructor(one, around) || placesOf(spoken, one).length > 0);
}

/** Returns whether a position is on the name of a type, or before it. */
function isHeader({ nameRange, range, doc }: SourceSymbol, position: Position): boolean {
  const start = doc?.start ?? range.start;
  return comparePositions(start, position) <= 0 && position.line <= nameRange.end.line;
}

/**
 * Returns the innermost quotes on the lines of a position: those around it, else those beside it. `inner` is the innermost symbol
 * there. It may lie in a quote; and where it is no longer than a quote in it, the quote counts only around the position.
 */
function quotesAt(spoken: readonly PlaceAnnotations[], inner: SourceSymbol | undefined, position: Position): PlaceAnnotations[] {
  const hasOwn = inner !== undefined && spoken.some(({ isQuote, symbol }) => !isQuote && isSameSymbol(symbol, inner));
  const quotes = spoken.filter(({ isQuote, range }) => {
    if (!isQuote || position.line < range.start.line || position.line > range.end.line) return false;
    if (inner === undefined || !hasOwn) return true;
    if (!encloses(inner.range, range)) return false;
    const isShort = inner.range.start.line >= range.start.line && inner.range.end.line <= range.end.line;
    return !isShort || contains(range, position);
  });
  const around = quotes.filter(({ range }) => contains(range, position));
  const nearest = around.length > 0 ? around : quotes;
  return nearest.filter(({ range }) => !nearest.some((other) => encloses(range, other.range) && !encloses(other.range, range)));
}
