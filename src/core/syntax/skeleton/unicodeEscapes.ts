/** A text without Unicode escapes, which knows the places that its characters had before. */
export interface Decoded {
  readonly text: string;
  /**
   * Returns the offset that a character of this text has in the text with the escapes; for the end of this text, the end of that
   * one.
   */
  original(offset: number): number;
}

const escape = /\\(?:\\|u+([0-9a-fA-F]{4}))/g;
/** The characters that names and brackets are made of. */
const plain = /[ -~\p{L}\p{M}\p{N}\p{Sc}\p{Pc}]/u;
const special = /["'`\\]/;

/**
 * Puts characters in the place of escapes like `\u0041`, which may stand anywhere in Java (JLS 3.3) and Scala 2 source. A
 * backslash behind a backslash begins no escape. A character that would end a string or a line, or that has no place in a name,
 * stays escaped: it makes sense in strings only.
 */
export function decodeEscapes(text: string): Decoded {
  if (!text.includes('\\u')) return { text, original: (offset) => offset };
  /** The offset behind each escape in the decoded text; `originalEnds` has the one in the original. */
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

/** Returns the index of the last of the ascending numbers that is not above a limit. */
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
