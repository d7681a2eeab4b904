/** An entry of a tar file, with any values in its fields. */
export interface TarEntry {
  readonly path: string;
  /** The character that stands for the type of the entry. */
  readonly type: string;
  readonly link: string;
  /** An octal number. */
  readonly mode: string;
  /** An octal number; null for the true size. */
  readonly size: string | null;
  readonly content: string;
}

const block = 512;

/** Writes a tar file (POSIX ustar: IEEE Std 1003.1, pax) with right checksums. Names that are too long are cut. */
export function tarFile(entries: readonly TarEntry[]): Buffer {
  return Buffer.concat([...entries.flatMap(entryOf), Buffer.alloc(2 * block)]);
}

function entryOf({ path, type, link, mode, size, content }: TarEntry): Buffer[] {
  const body = Buffer.from(content);
  const header = Buffer.alloc(block);
  header.write(path, 0, 100);
  header.write(mode, 100, 7);
  header.write('0000000\0' + '0000000\0', 108);
  header.write(size ?? body.length.toString(8).padStart(11, '0'), 124, 12);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write(type, 156, 1);
  header.write(link, 157, 100);
  header.write('ustar\0' + '00', 257);
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return [header, body, Buffer.alloc((block - (body.length % block)) % block)];
}

/** Returns a record of an extended header, which begins with its own length. */
export function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const bytes = Buffer.byteLength(rest);
  let length = bytes + 1;
  while (String(length).length + bytes !== length) length = String(length).length + bytes;
  return `${length}${rest}`;
}
