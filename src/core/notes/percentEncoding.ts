/** A percent-decoded text that knows where each of its UTF-16 units came from. */
export interface Decoded {
  readonly text: string;
  /** The offset of each unit in the encoded text, and one more entry for the end. */
  readonly offsets: readonly number[];
  /** Returns whether the unit at this index was written without encoding. */
  isPlain(index: number): boolean;
}

export type Decoding = { readonly ok: true; readonly decoded: Decoded } | { readonly ok: false; readonly offset: number; readonly length: number };

/**
 * Decodes `text` from `from` to `to`. A `%` without two hexadecimal digits, or bytes that are not UTF-8, is an error at its
 * place.
 */
export function percentDecode(text: string, from: number, to: number): Decoding {
  let result = '';
  const offsets: number[] = [];
  const encoded = new Set<number>();
  let at = from;
  while (at < to) {
    if (text[at] !== '%') {
      offsets.push(at);
      result += text.charAt(at++);
      continue;
    }
    const bytes = [byteAt(text, at, to)];
    const wanted = sequenceLength(bytes[0]);
    while (bytes.length < wanted) bytes.push(byteAt(text, at + 3 * bytes.length, to));
    const character = decodeUtf8(bytes);
    if (character === undefined) return { ok: false, offset: at, length: Math.min(3 * wanted, to - at) };
    for (const unit of character.split('')) {
      encoded.add(result.length);
      offsets.push(at);
      result += unit;
    }
    at += 3 * wanted;
  }
  offsets.push(to);
  return { ok: true, decoded: { text: result, offsets, isPlain: (index) => !encoded.has(index) } };
}

function byteAt(text: string, at: number, to: number): number | undefined {
  const digits = text.slice(at + 1, Math.min(at + 3, to));
  return text[at] === '%' && /^[\da-f]{2}$/i.test(digits) ? parseInt(digits, 16) : undefined;
}

/** Returns how many bytes a UTF-8 sequence has, by its first byte. */
function sequenceLength(first: number | undefined): number {
  if (first === undefined || first < 0xc0) return 1;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

function decodeUtf8(bytes: readonly (number | undefined)[]): string | undefined {
  if (bytes.includes(undefined)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes, (byte) => byte ?? 0));
  } catch {
    return undefined;
  }
}

/** Encodes the characters that may not stand in a URI or would end a Markdown link, and every character in `also`. */
export function percentEncode(text: string, also = ''): string {
  // A lone surrogate is not a character and has no encoding; U+FFFD stands for it, as everywhere in UTF-8.
  return Array.from(text.replaceAll(/\p{Cs}/gu, '\uFFFD'), (character) =>
    /[\w.!$&'()*+,\-/:;=@[\]~]/.test(character) && !also.includes(character) ? character : encodeCharacter(character),
  ).join('');
}

function encodeCharacter(character: string): string {
  const encoded = encodeURIComponent(character);
  if (encoded !== character) return encoded;
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
