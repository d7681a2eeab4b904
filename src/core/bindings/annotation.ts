import { comparePositions, contains, encloses } from '../util/range';
import { isSameSymbol, type SourceSymbol } from '../symbols/symbol';
import type { Position, Range } from '../util/range';
import { targetOf, type Binding, type Target } from './binding';

/** A section of a note, bound to a place by an anchor in it. */
export interface AnnotatingSection {
  /** The URI of the note. */
  readonly note: string;
  /** The index of the section in the note. */
  readonly section: number;
  readonly role: 'subject' | 'mention';
  /** The first anchor of the section that is bound to the place; a subject comes before a mention. */
  readonly binding: Binding;
}

/** The annotation of one place in a source file. It has each section once, subjects first. */
export interface PlaceAnnotations {
  readonly file: string;
  /** The annotated symbol, or undefined where a package or the file itself is annotated. */
  readonly symbol?: SourceSymbol;
  /** The place: a quote's, else the symbol's name, else the package clause or the start of the file. */
  readonly range: Range;
  readonly sections: readonly AnnotatingSection[];
}

/** Groups the bindings that surely lead into `file` by their places, in the order of the file. */
export function annotationsOf(file: string, bindings: Iterable<Binding>): PlaceAnnotations[] {
  const places = new Map<string, { target: Target; bindings: Binding[] }>();
  for (const binding of bindings) {
    const target = targetOf(binding.result);
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
    sections: sectionsOf(bindings),
  })).sort((one, other) => comparePositions(one.range.start, other.range.start));
}

function placeKey({ symbol, range: { start, end } }: Target): string {
  return `${start.line}:${start.character}-${end.line}:${end.character} ${symbol?.path ?? ''}(${symbol?.parameters?.join() ?? ''})`;
}

function sectionsOf(bindings: readonly Binding[]): AnnotatingSection[] {
  const sections = new Map<string, AnnotatingSection>();
  for (const binding of bindings) {
    const { note, anchor } = binding;
    const key = `${anchor.section} ${note}`;
    if (sections.get(key)?.role === 'subject' || (sections.has(key) && anchor.role === 'mention')) continue;
    sections.set(key, { note, section: anchor.section, role: anchor.role, binding });
  }
  return subjectsFirst([...sections.values()]);
}

function subjectsFirst(sections: readonly AnnotatingSection[]): AnnotatingSection[] {
  return [...sections.filter(({ role }) => role === 'subject'), ...sections.filter(({ role }) => role === 'mention')];
}

/** The annotations around a position. */
export interface AnnotatedPlace {
  /** The annotated symbol, or undefined where only the package or the file itself has annotations. */
  readonly symbol?: SourceSymbol;
  /** The sections of these annotations, each once, subjects first. */
  readonly sections: readonly AnnotatingSection[];
}

/**
 * Returns the annotations of the innermost annotated symbol around the position, including those of quotes inside it, or else the
 * annotations of the file itself.
 */
export function innermostAt(annotations: readonly PlaceAnnotations[], position: Position): AnnotatedPlace | undefined {
  let innermost: SourceSymbol | undefined;
  for (const { symbol } of annotations) {
    if (symbol === undefined || !contains(symbol.range, position)) continue;
    if (innermost === undefined || encloses(innermost.range, symbol.range)) innermost = symbol;
  }
  const bindings = annotations
    .filter(({ symbol }) =>
      innermost === undefined ? symbol === undefined : symbol !== undefined && isSameSymbol(symbol, innermost),
    )
    .flatMap(({ sections }) => sections.map(({ binding }) => binding));
  if (bindings.length === 0) return undefined;
  return { ...(innermost && { symbol: innermost }), sections: sectionsOf(bindings) };
}
