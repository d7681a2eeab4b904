import { withoutDollars } from './symbolPath';

const dollar = 0x24;
const dot = 0x2e;

/** Measures how near paths are to one path: how many parts they have in common, from the front and from the back. */
export class PathNearness {
  private readonly parts: readonly string[];
  /** The path with a `.` after each part. */
  private readonly dotted: string;

  /** Creates the measure of a path without any `$`. */
  constructor(path: string) {
    this.parts = partsOf(path);
    this.dotted = `${this.parts.join('.')}.`;
  }

  /** The greatest nearness that a path can have. */
  get most(): number {
    return this.parts.length;
  }

  of(path: string): number {
    const { parts } = this;
    const others = partsOf(withoutDollars(path));
    const most = Math.min(parts.length, others.length);
    let front = 0;
    while (front < most && parts[front] === others[front]) front++;
    let back = 0;
    while (back < most - front && parts.at(-1 - back) === others.at(-1 - back)) back++;
    return front + back;
  }

  /**
   * Returns the same as `of`, but faster, for a member of the path's name in a type with another simple name. That name stands in
   * `prefix` between `from` and `to`.
   */
  ofForeignMember(prefix: string, from: number, to: number): number {
    let front = 0;
    let at = 0;
    for (let index = 0; index < from; index++) {
      const unit = prefix.charCodeAt(index);
      if (unit === dollar) continue;
      if (unit !== this.dotted.charCodeAt(at++)) return front + 1;
      if (unit === dot) front++;
    }
    const next = this.parts[front];
    return front + (next?.length === to - from && prefix.startsWith(next, from) ? 2 : 1);
  }
}

function partsOf(path: string): string[] {
  return path.split(/[.#]/);
}
