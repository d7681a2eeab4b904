import type { Span } from '../util/span';

/** The words around a match, and the places in them of what was looked for, in UTF-16 units. */
export interface Snippet {
  readonly text: string;
  readonly marks: readonly Span[];
}

/**
 * The width before the first word found, and that of the whole snippet, in Latin letters: a list shows some 85 of them in a line,
 * and what was found must be among them.
 */
const before = 32;
const longest = 130;
/** The most places of one term that are looked at. */
const mostPlaces = 20;

/**
 * Returns the part of a text with the most of these terms (in small letters), cut at words; the beginning of the text where it
 * has none. A later line of the text is looked at only where the lines before it have no term: see `sectionTexts`.
 */
export function snippetOf(text: string, terms: readonly string[]): Snippet {
  const lines = text.split('\n');
  for (const line of lines) {
    const places = placesIn(line, terms);
    if (places.length > 0) return cut(line, places);
  }
  return cut(lines[0] ?? '', []);
}

interface Place extends Span {
  readonly term: string;
}

function placesIn(line: string, terms: readonly string[]): Place[] {
  const small = line.toLowerCase();
  // In few texts capitals have another length than small letters, and then no place would be right.
  if (small.length !== line.length) return [];
  return terms
    .flatMap((term) => placesOf(line, small, term))
    .sort((one, other) => one.start - other.start || other.end - one.end);
}

function cut(line: string, places: readonly Place[]): Snippet {
  let best = { start: 0, count: 0 };
  let next = 0;
  for (const [index, { start }] of places.entries()) {
    const seen = new Set<string>();
    for (next = index; next < places.length && (places[next]?.start ?? 0) < start + longest - before; next++)
      seen.add(places[next]?.term ?? '');
    if (seen.size > best.count) best = { start, count: seen.size };
  }
  const from = beginning(line, best.start);
  const to = ending(line, from);
  // Signs at the end of what is left out say nothing.
  const skipped = from === 0 ? 0 : (/^[\s.,;:!?)\]·，。；：！？、）】”’]+/.exec(line.slice(from, to))?.[0].length ?? 0);
  const start = from + skipped;
  const lead = from > 0 ? '…' : '';
  const part = line.slice(start, to).trimEnd();
  const shift = lead.length - start;
  const marks = merged(
    places
      .filter((one) => one.start >= start && one.end <= start + part.length)
      .map((one) => ({ start: one.start + shift, end: one.end + shift })),
  );
  return { text: `${lead}${part}${to < line.length ? '…' : ''}`, marks };
}

/** Joins places that touch each other, as the pairs of neighbours in ideographs do. */
function merged(places: readonly Span[]): Span[] {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of places) {
    const last = all.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

function placesOf(line: string, small: string, term: string): Place[] {
  const places: Place[] = [];
  for (let at = small.indexOf(term); at >= 0 && places.length < mostPlaces; at = small.indexOf(term, at + term.length)) {
    // A term in the middle of a word is another word, unless it is a part of a name.
    if (!isLatin(small, at - 1) || !isLatin(small, at) || /\p{Ll}\p{Lu}/u.test(line.slice(at - 1, at + 1)))
      places.push({ start: at, end: at + term.length, term });
  }
  return places;
}

function isLatin(text: string, at: number): boolean {
  return /[a-z]/.test(text[at] ?? '');
}

/** Returns where a snippet begins that has what stands at `at`: at its sentence if that is near, else at a word. */
function beginning(line: string, at: number): number {
  let from = at;
  for (let width = 0; from > 0 && width < before; from--) width += widthOf(line, from - 1);
  if (from === 0) return 0;
  const sentence = /(?:[.!?]\s+|[。！？]\s*)(?=\S)/g;
  sentence.lastIndex = from;
  const end = sentence.exec(line.slice(0, at));
  if (end !== null) return end.index + end[0].length;
  for (let start = from; start < Math.min(at, from + before / 2); start++) if (!isPartOfWord(line, start)) return start;
  return from;
}

function ending(line: string, from: number): number {
  let to = from;
  for (let width = 0; to < line.length && width < longest; to++) width += widthOf(line, to);
  if (to === line.length) return to;
  for (let end = to; end > to - before; end--) if (!isPartOfWord(line, end)) return end;
  return to;
}

const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303F\uFF00-\uFFEF]/u;

function widthOf(line: string, at: number): number {
  return wide.test(line[at] ?? '') ? 2 : 1;
}

/** Returns whether a cut at `at` would go through a word. Words of scripts without spaces count as their characters. */
function isPartOfWord(text: string, at: number): boolean {
  return (
    /[\p{L}\p{N}_$.](?<![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/u.test(text[at - 1] ?? '') &&
    /[\p{L}\p{N}_$]/u.test(text[at] ?? '')
  );
}
