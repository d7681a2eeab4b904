import { unitsOf } from './cursor';
import type { Drafted } from './draft';
import type { Part } from './part';
import { repairTokens, type StartsDeclaration } from './repairedTokens';
import type { Lexis } from './token';
import { LazyTokens, Unbalanced, type TokenSource } from './tokenSource';
import { decodeEscapes } from './unicodeEscapes';

/** Of a text what declares something. */
export interface Skeleton extends Drafted {
  /** Where in the original text the doc comment stands of what stands from `start` to `end` in this one. */
  doc(start: number, end: number): Part | undefined;
}

/** What is particular to a language. */
export interface SkeletonLanguage {
  readonly lexis: Lexis;
  readonly startsDeclaration: StartsDeclaration;
  /** Goes through all tokens of a text. */
  readonly walk: (text: string, source: TokenSource) => Drafted;
}

/**
 * Of a text only what declares something. Brackets that match, as those of most texts, are stepped over without a look at what
 * they hold; else the indentation helps.
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
  // Once for both ways through the text.
  const units = unitsOf(text);
  try {
    return walked(new LazyTokens(text, language.lexis, units));
  } catch (error) {
    if (!(error instanceof Unbalanced)) throw error;
    return walked(repairTokens(text, language, units));
  }
}
