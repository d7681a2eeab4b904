import { assert } from 'chai';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { parseAnchor } from '../../src/core/notes/parseAnchor';
import { printAnchor } from '../../src/core/notes/printAnchor';
import { findFragment, type TextFragment } from '../../src/core/syntax/textFragment';
import { LineIndex } from '../../src/core/util/lineIndex';
import { damaged, wellFormed } from './damage';
import { createTarget } from './target';

interface Quotation {
  readonly source: string;
  /** The words of the source, counted round and round, at which the parts of the quotation are. */
  readonly cuts: readonly number[];
  readonly has: { readonly prefix: boolean; readonly end: boolean; readonly suffix: boolean; readonly within: boolean };
  /** The start of the quotation in place of the source's own words; null for those. */
  readonly start: string | null;
}

const code = [
  'if (a)',
  'a',
  'a a',
  '{ }',
  'x += 1;',
  'val b = c',
  '=> {',
  '\n',
  '\r\n',
  '// a',
  '/* b */',
  '>>',
  '>>=',
  'a.b(c)',
  '"a"',
  '中文',
  ':::',
];
const source = fc.array(fc.constantFrom(...code), { maxLength: 14 }).map((parts) => parts.join(' '));
const pieces = ['+', '=', '>', '-', '>=', '.', '...', 'a', 'if', '_', '$'];
const quotation: fc.Arbitrary<Quotation> = fc.record({
  source: damaged(source, pieces),
  cuts: fc.array(fc.nat(40), { minLength: 4, maxLength: 4 }),
  has: fc.record({ prefix: fc.boolean(), end: fc.boolean(), suffix: fc.boolean(), within: fc.boolean() }),
  start: fc.option(damaged(fc.constantFrom(...code), pieces), { freq: 2 }),
});

const joined = (text: string): string => text.replaceAll(/\s/g, '');

function check({ source: text, cuts, has, start: other }: Quotation): void {
  const words = Array.from(text.matchAll(/\S+/g), ({ 0: word, index }) => ({ from: index, to: index + word.length }));
  // The words of the prefix, of the start's beginning and its end, of the end and of the suffix, in this order.
  const [first = 0, last = 0, ending = 0] = cuts.map((cut) => cut % Math.max(words.length, 1)).sort((a, b) => a - b);
  const [one, two, three] = [words[first], words[last], words[has.end ? ending : last]];
  if (one === undefined || two === undefined || three === undefined) return;
  const [before, behind] = [words[first - 1], words[(has.end ? ending : last) + 1]];
  const part = (word: { from: number; to: number } | undefined): string | undefined => word && text.slice(word.from, word.to);
  const fragment: TextFragment = {
    ...(has.prefix && before && { prefix: part(before) ?? '' }),
    start: other ?? text.slice(one.from, two.to),
    ...(has.end && ending > last && { end: part(three) ?? '' }),
    ...(has.suffix && behind && { suffix: part(behind) ?? '' }),
  };
  const lines = new LineIndex(text);
  const [from, to] = has.within ? [(before ?? one).from, (behind ?? three).to] : [0, text.length];
  const found = findFragment(text, fragment, has.within ? lines.range(from, to) : undefined);
  const places = found.map((range) => ({ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) }));
  checkPlaces(text, fragment, places, { start: from, end: to });
  if (other === null) checkFound(places, one.from, three.to, fragment.end !== undefined);
  checkPrinted(fragment);
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Throws unless each place is inside and reads as the fragment does, without white space. */
function checkPlaces(
  text: string,
  { prefix = '', start, end, suffix = '' }: TextFragment,
  places: readonly Place[],
  within: Place,
): void {
  let last = -1;
  for (const place of places) {
    assert.isTrue(place.start >= within.start && place.start < place.end && place.end <= within.end, 'a place is not inside');
    assert.isAbove(place.start, last, 'the places are not in order');
    last = place.start;
    const words = joined(text.slice(place.start, place.end));
    if (end === undefined) assert.equal(words, joined(start));
    else assert.isTrue(words.startsWith(joined(start)) && words.endsWith(joined(end)), `found ${words}`);
    assert.isTrue(joined(text.slice(within.start, place.start)).endsWith(joined(prefix)), 'another prefix');
    assert.isTrue(joined(text.slice(place.end, within.end)).startsWith(joined(suffix)), 'another suffix');
  }
}

/** Throws unless a quotation of the text itself is found where it was taken from; an end that is nearer counts. */
function checkFound(places: readonly Place[], start: number, end: number, hasEnd: boolean): void {
  const isThere = places.some((place) => place.start === start && (hasEnd ? place.end <= end : place.end === end));
  assert.isTrue(isThere, `the text's own words at ${start} to ${end} are not found`);
}

/** Throws unless an anchor carries the fragment. A half of a surrogate pair is printed as U+FFFD. */
function checkPrinted(fragment: TextFragment): void {
  const whole = Object.fromEntries(Object.entries(fragment).map(([name, text]: [string, string]) => [name, wellFormed(text)]));
  if (!/\S/.test(fragment.start)) return;
  const parsed = parseAnchor(printAnchor({ kind: 'symbol', type: 'A' }, fragment));
  assert.isTrue(parsed.ok && isDeepStrictEqual({ ...parsed.anchor.fragment }, whole), 'the fragment is lost in an anchor');
}

export const fragments = createTarget('fragments', 'text fragments, found in source', quotation, check);
