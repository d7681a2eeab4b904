import type { Span } from '../util/span';
import { longestMention } from './mention';

/** The distance around a name within which its sentence is looked for, so that no text takes long. Text further away is cut off anyway. */
const reach = 4 * longestMention;

/** Matches abbreviations whose full stop seldom ends a sentence. */
const abbreviation = /(?:^|[\s(])(?:e\.g|i\.e|cf|vs|resp|approx|incl)\.\s*$/i;

/** Matches marks that open a quotation. They belong to the next sentence, but the rules of Unicode take them for closing ones. */
const opening = /[“‘「『《（(【]+$/;

/** Returns the sentence that a name stands in, or the sentences if the name has the end of one in it. */
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

/** Creates a segmenter. The rules for sentences are the same in all languages that notes are written in. */
function sentences(): Intl.Segmenter {
  return new Intl.Segmenter('en', { granularity: 'sentence' });
}
