/** The name of an outline: the Git blob id of the file, in hexadecimal, and the first letter of its language. */
export type OutlineKey = string;

/** The lines that `encodeOutline` made, each by the key of the file whose outline it holds. */
export type Records = ReadonlyMap<OutlineKey, Uint8Array>;

/** The platform's own Gzip (RFC 1952). */
export interface Gzip {
  pack(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
  /** Returns the unpacked bytes. Throws or rejects where the bytes are not a whole gzip file or their CRC-32 is another one. */
  unpack(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/** The first line of a file; a line for each key follows. */
interface Head {
  readonly format: string;
  /** The name of the code that made the outlines. */
  readonly outliner: string;
  readonly keys: readonly OutlineKey[];
}

/** The name of the form. Its number is the version of this form and of the records. */
const format = 'kafka-notes outlines 2';
const lineEnd = 0x0a;

/**
 * Writes outlines as a file: lines of JSON, compressed, in the order given. Where neighbours are alike they take less. `outliner`
 * names the code that made them; a reader does not take the outlines of another outliner for its own.
 */
export async function encodeOutlines(outliner: string, records: Records, gzip: Gzip): Promise<Uint8Array> {
  const head: Head = { format, outliner, keys: [...records.keys()] };
  const lines = [new TextEncoder().encode(JSON.stringify(head)), ...records.values()];
  const content = new Uint8Array(lines.reduce((sum, { length }) => sum + length + 1, 0)).fill(lineEnd);
  let at = 0;
  for (const line of lines) {
    content.set(line, at);
    at += line.length + 1;
  }
  return gzip.pack(content);
}

/**
 * Reads a file of outlines. Returns undefined where the bytes are not whole, not such a file, or made by another outliner.
 * Only its first line is parsed; the records are views into one buffer.
 */
export async function decodeOutlines(outliner: string, bytes: Uint8Array, gzip: Gzip): Promise<Records | undefined> {
  try {
    const lines = linesOf(await gzip.unpack(bytes));
    const head = JSON.parse(new TextDecoder().decode(lines.shift())) as Partial<Head> | null;
    if (head?.format !== format || head.outliner !== outliner || head.keys?.length !== lines.length) return undefined;
    return new Map(lines.map((line, index) => [head.keys?.[index] ?? '', line]));
  } catch {
    // The bytes are not gzip, or not JSON inside: the caller says so, because it knows the file's name.
    return undefined;
  }
}

/** Returns the lines of a text in which each, the last one too, has an end. */
function linesOf(content: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < content.length;) {
    const found = content.indexOf(lineEnd, start);
    const end = found < 0 ? content.length : found;
    lines.push(content.subarray(start, end));
    start = end + 1;
  }
  return lines;
}
