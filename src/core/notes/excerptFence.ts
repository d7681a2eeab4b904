import { isAnchorText } from './parseAnchor';
import { anchorScheme } from './scheme';

/** The language of a fence that holds an anchor and shows its code: `kafka`. */
const language = anchorScheme.slice(0, -1);

/** Returns whether a fence with this info string shows an excerpt. Words behind the language are for other programs. */
export function isExcerpt(info: string): boolean {
  return info.trim().split(/\s/, 1)[0]?.toLowerCase() === language;
}

/** The content of such a fence. Offsets are half-open, in the content. */
export type ExcerptFence =
  | {
      readonly kind: 'anchor';
      /** The anchor with its scheme, which the author may leave out. */
      readonly text: string;
      readonly start: number;
      readonly end: number;
      /** The number of characters of `text` that the author has not written. */
      readonly added: number;
    }
  | { readonly kind: 'empty' }
  /** There is more than one line; the place is that of the first one too many. */
  | { readonly kind: 'severalLines'; readonly start: number; readonly end: number };

/** Reads the content of a fence `kafka`: one line with an anchor, blank lines around it or not. */
export function readExcerptFence(content: string): ExcerptFence {
  const [line, other] = [...content.matchAll(/\S.*/g)].map((match) => {
    const text = match[0].trimEnd();
    return { text, start: match.index, end: match.index + text.length };
  });
  if (line === undefined) return { kind: 'empty' };
  if (other !== undefined) return { kind: 'severalLines', start: other.start, end: other.end };
  const added = isAnchorText(line.text) ? 0 : anchorScheme.length;
  return { ...line, kind: 'anchor', text: anchorScheme.slice(0, added) + line.text, added };
}
