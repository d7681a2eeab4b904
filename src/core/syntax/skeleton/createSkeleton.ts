import type { Skeleton } from './draft';
import { repairTokens, type StartsDeclaration } from './repairedTokens';
import type { Lexis } from './token';
import { LazyTokens, Unbalanced, type TokenSource } from './tokenSource';
import { decodeEscapes } from './unicodeEscapes';

/** What is particular to a language. */
export interface SkeletonLanguage {
  readonly lexis: Lexis;
  readonly startsDeclaration: StartsDeclaration;
  /** Goes through all tokens of a text. */
  readonly walk: (text: string, source: TokenSource) => Skeleton;
}

/**
 * Of a text only what declares something. Brackets that match, as those of most texts, are stepped over without a look at what
 * they hold; else the indentation helps.
 */
export function createSkeleton(text: string, language: SkeletonLanguage): Skeleton {
  const decoded = decodeEscapes(text);
  const skeleton = skeletonOf(decoded.text, language);
  if (decoded.text === text) return skeleton;
  return {
    text: skeleton.text,
    original: (from, to) => {
      const { start, end } = skeleton.original(from, to);
      return { start: decoded.original(start), end: decoded.original(end) };
    },
  };
}

function skeletonOf(text: string, { lexis, startsDeclaration, walk }: SkeletonLanguage): Skeleton {
  try {
    return walk(text, new LazyTokens(text, lexis));
  } catch (error) {
    if (!(error instanceof Unbalanced)) throw error;
    return walk(text, repairTokens(text, lexis, startsDeclaration));
  }
}
