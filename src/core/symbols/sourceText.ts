import type { UnindexedReason } from './symbol';

/** The largest source file that is read, in bytes; the largest of Kafka has 170 kB. */
export const maximalSize = 20 * 1024 * 1024;

/**
 * The largest share of a text that may be NUL before it is taken for a binary file; `mostReplaced` is the largest share that may
 * be the sign for bytes that are not UTF-8.
 */
const mostNul = 0.1;
const mostReplaced = 0.3;

export type SourceText = { readonly text: string } | { readonly unindexed: UnindexedReason };

/**
 * Returns the bytes of a file as text without a byte order mark. Where a few bytes are wrong (a name in Latin-1, a stray NUL),
 * the rest is read: as in VS Code, U+FFFD stands for bytes that are not UTF-8.
 */
export function decodeSource(bytes: Uint8Array): SourceText {
  if (bytes.byteLength > maximalSize) return { unindexed: 'tooLarge' };
  const text = new TextDecoder('utf-8').decode(bytes);
  if (isBinary(text)) return { unindexed: 'binary' };
  return exceeds(text, '\uFFFD', mostReplaced) ? { unindexed: 'notUtf8' } : { text };
}

/** Does the same for text that an editor holds. */
export function plainSource(text: string): SourceText {
  if (text.length > maximalSize) return { unindexed: 'tooLarge' };
  if (isBinary(text)) return { unindexed: 'binary' };
  return { text: text.startsWith('\uFEFF') ? text.slice(1) : text };
}

function isBinary(text: string): boolean {
  return exceeds(text, '\0', mostNul);
}

/** Returns whether a character makes up more than this share of a text. */
function exceeds(text: string, character: string, most: number): boolean {
  let left = text.length * most;
  for (let at = text.indexOf(character); at >= 0 && left >= 0; at = text.indexOf(character, at + 1)) left--;
  return left < 0;
}
