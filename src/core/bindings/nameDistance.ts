/** The greatest number of letters that a pattern of 32 bits can stand for. */
const mostLetters = 31;

/** The distance of a cell that is left out: more than any limit, and one more still fits into 16 bits. */
const far = 0xfff0;

/** The UTF-16 units that can be letters of a pattern: those below this one. */
const units = 128;

/**
 * Measures names against one name: how many letters must be inserted, deleted, replaced or swapped with their neighbour to turn
 * one into the other (optimal string alignment).
 */
export class NameDistance {
  private readonly pattern: Pattern | undefined;
  /** The letters of a name that is too long for a pattern. */
  private readonly counts: LetterCounts | undefined;

  constructor(readonly name: string) {
    this.pattern = patternOf(name);
    if (this.pattern === undefined) this.counts = new LetterCounts(name);
  }

  /**
   * Returns the distance to a name, or `limit + 1` where it is more than `limit`. The name is `text`, or its part between `from`
   * and `to`.
   */
  to(text: string, limit: number, from = 0, to = text.length): number {
    const { name, pattern } = this;
    if (Math.abs(name.length - (to - from)) > limit) return limit + 1;
    if (pattern !== undefined) return byBits(pattern, text, from, to, limit);
    const other = text.slice(from, to);
    // Most names differ in their letters alone, which is counted faster.
    if (this.counts !== undefined && this.counts.distance(other) > limit) return limit + 1;
    return byRows(name, other, limit);
  }
}

/** Counts the letters of a name, without their order. */
class LetterCounts {
  private readonly counts = new Int16Array(units);

  constructor(private readonly name: string) {
    for (let at = 0; at < name.length; at++) this.add(name.charCodeAt(at), 1);
  }

  /** Returns a lower bound of the distance to another name: their order apart, so many letters must change. */
  distance(other: string): number {
    let lacking = 0;
    for (let at = 0; at < other.length; at++) if (this.add(other.charCodeAt(at), -1) < 0) lacking++;
    for (let at = 0; at < other.length; at++) this.add(other.charCodeAt(at), 1);
    return lacking + Math.max(0, this.name.length - other.length);
  }

  /** Letters that are not ASCII count as one and the same. */
  private add(unit: number, count: number): number {
    const place = unit < units ? unit : 0;
    return (this.counts[place] = (this.counts[place] ?? 0) + count);
  }
}

/** Returns the distance of two names. To measure many names against one, make a {@link NameDistance}. */
export function nameDistance(one: string, other: string, limit: number): number {
  return new NameDistance(one).to(other, limit);
}

/** A name of at most {@link mostLetters} letters: for each unit the places where it stands, one bit for each place. */
interface Pattern {
  readonly length: number;
  readonly places: Int32Array;
}

/** Returns the pattern of a name, or undefined where the name is too long or has a letter that is not ASCII. */
function patternOf(name: string): Pattern | undefined {
  if (name.length > mostLetters) return undefined;
  const places = new Int32Array(units);
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at);
    if (unit >= units) return undefined;
    places[unit] = (places[unit] ?? 0) | (1 << at);
  }
  return { length: name.length, places };
}

/**
 * Computes a whole column of the table of distances at a time, as bits that say where it rises and falls from one row to the
 * next. Source: Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003.
 */
function byBits({ length, places }: Pattern, text: string, from: number, to: number, limit: number): number {
  if (length === 0) return Math.min(to - from, limit + 1);
  const lastRow = 1 << (length - 1);
  let distance = length;
  let rises = -1;
  let falls = 0;
  let equalBefore = 0;
  let diagonal = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    const equal = unit < units ? (places[unit] ?? 0) : 0;
    const swapped = ((~diagonal & equal) << 1) & equalBefore;
    diagonal = (((equal & rises) + rises) ^ rises) | equal | falls | swapped;
    const risesAside = falls | ~(diagonal | rises);
    const fallsAside = diagonal & rises;
    if ((risesAside & lastRow) !== 0) distance++;
    if ((fallsAside & lastRow) !== 0) distance--;
    // Each of the letters left can lower the distance by one at most.
    if (distance - (to - at - 1) > limit) return limit + 1;
    const risesBelow = (risesAside << 1) | 1;
    rises = (fallsAside << 1) | ~(diagonal | risesBelow);
    falls = diagonal & risesBelow;
    equalBefore = equal;
  }
  return Math.min(distance, limit + 1);
}

/**
 * Computes the table of distances row by row and keeps three rows of it. A cell further than `limit` from the diagonal cannot be
 * part of a short way, so it is left out. Source: Ukkonen, "Algorithms for approximate string matching", 1985.
 */
function byRows(one: string, other: string, limit: number): number {
  const width = other.length + 2;
  let beforeLast = new Uint16Array(width).fill(far);
  let last = new Uint16Array(width).fill(far);
  let current = new Uint16Array(width).fill(far);
  for (let column = 0; column <= Math.min(other.length, limit); column++) last[column] = column;
  for (let row = 1; row <= one.length; row++) {
    const first = Math.max(1, row - limit);
    const end = Math.min(other.length, row + limit);
    const unit = one.charCodeAt(row - 1);
    const unitBefore = one.charCodeAt(row - 2);
    let left = first === 1 ? row : far;
    current[first - 1] = left;
    let least = left;
    for (let column = first; column <= end; column++) {
      const otherUnit = other.charCodeAt(column - 1);
      let distance = (last[column - 1] ?? far) + (unit === otherUnit ? 0 : 1);
      distance = Math.min(distance, left + 1, (last[column] ?? far) + 1);
      if (unit === other.charCodeAt(column - 2) && unitBefore === otherUnit) {
        distance = Math.min(distance, (beforeLast[column - 2] ?? far) + 1);
      }
      current[column] = left = distance;
      if (distance < least) least = distance;
    }
    current[end + 1] = far;
    if (least > limit) return limit + 1;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(last[other.length] ?? far, limit + 1);
}
