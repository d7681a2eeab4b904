import { ByteReader, ByteWriter } from './bytes';

/**
 * What names an outline: the Git blob id of the file (the SHA-1 of `blob LENGTH\0` and its bytes) and its language's first
 * letter, as a string of 21 characters from U+0000 to U+00FF, one a byte.
 */
export type OutlineKey = string;

/** Bytes that {@link writeRecord} gives, by the key of what they are of. */
export type Records = ReadonlyMap<OutlineKey, Uint8Array>;

const keyLength = 21;
/** Other bytes have another one: the last figure is the version of what follows. */
const mark = new TextEncoder().encode('kafka-notes outlines 1\n');

/**
 * Outlines as a file, in their order: where neighbours are alike, a package compresses them better.
 * `outliner` names the code that made them: what another one made is not taken for its own.
 */
export function writeOutlines(outliner: string, records: Records): Uint8Array {
  const body = new ByteWriter();
  body.text(outliner);
  body.number(records.size);
  for (const [key] of records) body.raw(bytesOf(key));
  for (const [, record] of records) body.number(record.length);
  for (const [, record] of records) body.raw(record);
  const content = body.done();
  const file = new ByteWriter();
  file.raw(mark);
  file.number(checksum(content));
  file.block(content);
  return file.done();
}

/** Undefined where the bytes are not whole, not a file of outlines, or made by another outliner. Records are not copied. */
export function readOutlines(outliner: string, bytes: Uint8Array): Records | undefined {
  try {
    const file = new ByteReader(bytes);
    if (mark.some((byte, index) => bytes[index] !== byte)) return undefined;
    file.raw(mark.length);
    const sum = file.number();
    const content = file.block();
    const body = new ByteReader(content);
    if (checksum(content) !== sum || body.text() !== outliner) return undefined;
    const count = body.number();
    const keys = Array.from({ length: count }, () => String.fromCharCode(...body.raw(keyLength)));
    const lengths = keys.map(() => body.number());
    return new Map(keys.map((key, index) => [key, body.raw(lengths[index] ?? 0)]));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function bytesOf(key: OutlineKey): Uint8Array {
  return Uint8Array.from(key, (character) => character.charCodeAt(0));
}

/** Adler-32 (RFC 1950): it tells a torn or truncated file, not a forged one. */
function checksum(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let start = 0; start < bytes.length;) {
    // So many bytes that the sums stay below 2³².
    const end = Math.min(start + 3800, bytes.length);
    for (; start < end; start++) {
      a += bytes[start] ?? 0;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}
