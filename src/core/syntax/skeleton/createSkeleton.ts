import { unitsOf } from './cursor';
import type { Drafted } from './draft';
import type { Part } from './part';
import { repairTokens, type StartsDeclaration } from './repairedTokens';
import type { Lexis } from './token';
import { LazyTokens, Unbalanced, type TokenSource } from './tokenSource';
import { decodeEscapes } from './unicodeEscapes';

/** The parts of a text that declare something. */
export interface Skeleton extends Drafted {
  /** Returns the place in the original text of the doc comment that belongs to the part of this text from `start` to `end`. */
  doc(start: number, end: number): Part | undefined;
}

/** The things that differ between the languages. */
export interface SkeletonLanguage {
  readonly lexis: Lexis;
  readonly startsDeclaration: StartsDeclaration;
  /** Goes through all tokens of a text and drafts its skeleton. */
  readonly walk: (text: string, source: TokenSource) => Drafted;
}

/**
 * Returns the parts of a text that declare something. Matching brackets, which most texts have, are stepped over without a look
 * at their contents; where brackets do not match, the indentation helps.
 */
export function createSkeleton(text: string, language: SkeletonLanguage): Skeleton {
  const decoded = decodeEscapes(text);
  const skeleton = skeletonOf(decoded.text, language);
  if (decoded.text === text) return skeleton;
  const before = ({ start, end }: Part): Part => ({ start: decoded.original(start), end: decoded.original(end) });
  return {
    ...skeleton,
    original: (start, end) => before(skeleton.original(start, end)),
    doc: (start, end) => {
      const doc = skeleton.doc(start, end);
      return doc && before(doc);
    },
  };
}

function skeletonOf(text: string, language: SkeletonLanguage): Skeleton {
  const walked = (source: TokenSource): Skeleton => {
    const drafted = language.walk(text, source);
    const { comments } = source;
    return { ...drafted, doc: (start, end) => comments.docBefore(drafted.original(start, end).start) };
  };
  // The units are made once and serve both ways through the text.
  const units = unitsOf(text);
  try {
    return walked(new LazyTokens(text, language.lexis, units));
  } catch (error) {
    if (!(error instanceof Unbalanced)) throw error;
    return walked(repairTokens(text, language, units));
  }
}
