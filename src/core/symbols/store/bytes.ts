/** Writes numbers and texts one behind the other; grows as needed. */
export class ByteWriter {
  private bytes = new Uint8Array(1024);
  private length = 0;

  /** An integer from 0 to 2³² - 1: seven bits a byte, the lowest first; the top bit says that more follow. */
  number(value: number): void {
    this.reserve(5);
    let rest = value;
    while (rest >= 0x80) {
      this.bytes[this.length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  /** An integer from -2³⁰ to 2³⁰ - 1, small ones of both signs in one byte. */
  difference(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** Lone surrogates, which UTF-8 cannot hold, become U+FFFD: see {@link isWellFormed}. */
  text(value: string): void {
    this.block(new TextEncoder().encode(value));
  }

  block(value: Uint8Array): void {
    this.number(value.length);
    this.raw(value);
  }

  raw(value: Uint8Array): void {
    this.reserve(value.length);
    this.bytes.set(value, this.length);
    this.length += value.length;
  }

  /** What was written by now. */
  done(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

/** Reads what a {@link ByteWriter} wrote. Throws a RangeError where the bytes end too early. */
export class ByteReader {
  private static readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      if (byte === undefined || shift > 28) throw new RangeError('no number');
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  difference(): number {
    const value = this.number();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  text(): string {
    return ByteReader.decoder.decode(this.block());
  }

  block(): Uint8Array {
    return this.raw(this.number());
  }

  raw(length: number): Uint8Array {
    const end = this.at + length;
    if (end > this.bytes.length) throw new RangeError('too few bytes');
    const block = this.bytes.subarray(this.at, end);
    this.at = end;
    return block;
  }
}
