/** The number of entries in a new index. It doubles when they are used up. */
const firstCapacity = 1024;

/**
 * Numbers by the hash of a key. An entry takes 16 bytes, however long the keys are, and gives the garbage collector nothing to
 * visit. Several numbers may stand under one hash, each once. Keys with the same hash are not told apart: the caller has to look.
 */
export class HashedIndex {
  /** The first entry of each bucket, counted from 1; there are as many buckets as there may be entries, a power of 2. */
  private first = new Uint32Array(firstCapacity);
  /** The entry that follows each entry, counted from 1, in its bucket or among the unused ones; 0 where there is none. */
  private next = new Uint32Array(firstCapacity + 1);
  private hashes = new Uint32Array(firstCapacity + 1);
  private values = new Uint32Array(firstCapacity + 1);
  /** The number of entries ever used; `unused` is the first entry that is not used any more. */
  private used = 0;
  private unused = 0;

  /** Returns the numbers under a hash, in no order. A hash is an unsigned number of 32 bits, all of them well mixed. */
  get(hash: number): number[] {
    const found: number[] = [];
    for (let entry = this.at(this.first, this.bucket(hash)); entry !== 0; entry = this.at(this.next, entry)) {
      if (this.hashes[entry] === hash) found.push(this.at(this.values, entry));
    }
    return found;
  }

  /** Adds a number under a hash. `value` is an unsigned number of 32 bits and must not stand under the hash yet. */
  add(hash: number, value: number): void {
    const entry = this.newEntry();
    this.hashes[entry] = hash;
    this.values[entry] = value;
    this.link(entry);
  }

  remove(hash: number, value: number): void {
    let before = 0;
    let entry = this.at(this.first, this.bucket(hash));
    while (entry !== 0 && (this.hashes[entry] !== hash || this.values[entry] !== value)) {
      before = entry;
      entry = this.at(this.next, entry);
    }
    if (entry === 0) return;
    const after = this.at(this.next, entry);
    if (before === 0) this.first[this.bucket(hash)] = after;
    else this.next[before] = after;
    this.next[entry] = this.unused;
    this.unused = entry;
  }

  private newEntry(): number {
    const entry = this.unused;
    if (entry !== 0) {
      this.unused = this.at(this.next, entry);
      return entry;
    }
    if (this.used === this.first.length) this.grow();
    return ++this.used;
  }

  private grow(): void {
    const capacity = 2 * this.first.length;
    this.first = new Uint32Array(capacity);
    this.next = new Uint32Array(capacity + 1);
    this.hashes = longer(this.hashes, capacity + 1);
    this.values = longer(this.values, capacity + 1);
    // All entries are used, because that is why the index grows.
    for (let entry = 1; entry <= this.used; entry++) this.link(entry);
  }

  private link(entry: number): void {
    const bucket = this.bucket(this.at(this.hashes, entry));
    this.next[entry] = this.at(this.first, bucket);
    this.first[bucket] = entry;
  }

  private bucket(hash: number): number {
    return hash & (this.first.length - 1);
  }

  /** Returns a number at a position; every position is of the index's own making, so it is within the bounds. */
  private at(numbers: Uint32Array, index: number): number {
    return numbers[index] ?? 0;
  }
}

function longer(numbers: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(length);
  copy.set(numbers);
  return copy;
}
