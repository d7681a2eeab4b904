/** A part of a source: a token, or several. */
export type Part = string | readonly Part[];

/** A source of random choices. The same seed gives the same choices again. */
export class Draw {
  private state: number;

  constructor(seed: number) {
    // The seed is mixed, because neighbouring seeds would begin with like numbers.
    this.state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  }

  /** Returns a number from 0 to below 1, by the algorithm mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Returns a whole number from 0 to below a limit. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  of<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0];
  }

  /** Makes one of several things. */
  one<T>(...choices: readonly [() => T, ...(() => T)[]]): T {
    return this.of(choices)();
  }

  /** Returns the part with this probability, else nothing. */
  maybe(probability: number, make: () => Part): Part {
    return this.chance(probability) ? make() : [];
  }

  /** Returns a drawn number of parts, from `least` to `most`, with something between them. */
  list(least: number, most: number, make: () => Part, between: Part = []): Part {
    const parts: Part[] = [];
    for (let left = least + this.below(most - least + 1); left > 0; left--) {
      if (parts.length > 0) parts.push(between);
      parts.push(make());
    }
    return parts;
  }
}

export function tokensOf(part: Part): string[] {
  return typeof part === 'string' ? [part] : part.flatMap(tokensOf);
}
