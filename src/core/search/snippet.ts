/** The UTF-16 units before the first word found, and those of the whole snippet: about what a list shows of a line. */
const before = 24;
const longest = 160;

/**
 * Returns the part of a text with the most of these terms (in small letters), cut at words; the beginning of the text where it
 * has none.
 */
export function snippetOf(text: string, terms: readonly string[]): string {
  const small = text.toLowerCase();
  const places = terms.flatMap((term) => placesOf(small, term)).sort((one, other) => one.at - other.at);
  let best = { at: 0, count: 0 };
  for (const { at } of places) {
    const near = new Set(places.filter((one) => one.at >= at && one.at < at + longest - before).map(({ term }) => term));
    if (near.size > best.count) best = { at, count: near.size };
  }
  const from = best.at <= before ? 0 : wordStart(text, best.at - before);
  const to = from + longest >= text.length ? text.length : wordEnd(text, from + longest);
  const part = text.slice(from, to).trim();
  // Signs at the end of what is left out say nothing.
  return `${from > 0 ? `…${part.replace(/^[\s.,;:!?)\]，。；：！？、）】”’]+/, '')}` : part}${to < text.length ? '…' : ''}`;
}

/** The most places of one term that are looked at. */
const mostPlaces = 20;

function placesOf(text: string, term: string): { readonly at: number; readonly term: string }[] {
  const places: { at: number; term: string }[] = [];
  for (let at = text.indexOf(term); at >= 0 && places.length < mostPlaces; at = text.indexOf(term, at + term.length)) {
    // A term in the middle of a word is another word.
    if (!isLatin(text, at - 1) || !isLatin(text, at)) places.push({ at, term });
  }
  return places;
}

function isLatin(text: string, at: number): boolean {
  return /[a-z]/.test(text[at] ?? '');
}

/** Returns the start of the word around `at` or after it. Words of scripts without spaces count as their characters. */
function wordStart(text: string, at: number): number {
  for (let start = at; start < at + before / 2; start++) if (!isPartOfWord(text, start)) return start;
  return at;
}

function wordEnd(text: string, at: number): number {
  for (let end = at; end > at - before; end--) if (!isPartOfWord(text, end)) return end;
  return at;
}

/** Returns whether a cut at `at` would go through a word. */
function isPartOfWord(text: string, at: number): boolean {
  return (
    /[\p{L}\p{N}_$.](?<![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/u.test(text[at - 1] ?? '') &&
    /[\p{L}\p{N}_$]/u.test(text[at] ?? '')
  );
}
