/** A text without Unicode escapes, and where its characters stood before. */
export interface Decoded {
  readonly text: string;
  /** The offset of a character of this text in the text with the escapes; of its end, that of the end. */
  original(offset: number): number;
}

const escape = /\\(?:\\|u+([0-9a-fA-F]{4}))/g;
/** What names and brackets are made of. */
const plain = /[ -~\p{L}\p{M}\p{N}\p{Sc}\p{Pc}]/u;
const special = /["'`\\]/;

/**
 * Puts characters in the place of escapes like `\u0041`, which may stand anywhere in Java (JLS 3.3) and Scala 2 source. A backslash
 * behind a backslash begins none. What would end a string or a line, or has no place in a name, stays escaped: it makes sense in
 * strings only.
 */
export function decodeEscapes(text: string): Decoded {
  if (!text.includes('\\u')) return { text, original: (offset) => offset };
  /** Of each escape: where the text goes on behind it, here and there. */
  const ends = [0];
  const originalEnds = [0];
  let decoded = '';
  let position = 0;
  for (const match of text.matchAll(escape)) {
    const character = String.fromCharCode(parseInt(match[1] ?? '', 16));
    if (match[1] === undefined || !plain.test(character) || special.test(character)) continue;
    decoded += text.slice(position, match.index) + character;
    position = match.index + match[0].length;
    ends.push(decoded.length);
    originalEnds.push(position);
  }
  decoded += text.slice(position);
  return {
    text: decoded,
    original: (offset) => {
      const last = lastUpTo(ends, offset);
      return (originalEnds[last] ?? 0) + offset - (ends[last] ?? 0);
    },
  };
}

/** Index of the last of the ascending numbers that is not above a limit. */
function lastUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle;
  }
  return low;
}
