import type { Span } from '../util/span';
import { longestMention } from './mention';

/** How far around a name its sentence is looked for: what is further away is cut off anyway. So no text takes long. */
const reach = 4 * longestMention;

/** Behind these a full stop seldom ends a sentence. */
const abbreviation = /(?:^|[\s(])(?:e\.g|i\.e|cf|vs|resp|approx|incl)\.\s*$/i;

/** What opens a quotation belongs to the sentence behind it; the rules of Unicode do not tell it from what closes one. */
const opening = /[“‘「『《（(【]+$/;

/** The sentence that a name stands in, or the sentences, where the name has the end of one in it. */
export function sentenceAround(text: string, start: number, end: number): Span {
  const from = Math.max(0, start - reach);
  const window = text.slice(from, Math.min(text.length, end + reach));
  let first = from;
  for (const { segment, index } of sentences().segment(window)) {
    const behind = from + index + segment.length - (opening.exec(segment)?.[0].length ?? 0);
    if (abbreviation.test(segment)) continue;
    if (behind > start && behind >= end) return { start: first, end: behind };
    if (behind <= start) first = behind;
  }
  return { start: first, end: from + window.length };
}

/** The rules for sentences are the same in all languages that notes are written in. */
function sentences(): Intl.Segmenter {
  return new Intl.Segmenter('en', { granularity: 'sentence' });
}
