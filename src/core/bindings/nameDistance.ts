/** The greatest number of letters that a pattern of 32 bits can stand for. */
const mostLetters = 31;

/** The UTF-16 units that can be letters of a pattern: those below this one. */
const units = 128;

/**
 * Measures names against one name: how many letters must be inserted, deleted, replaced or swapped with their neighbour to turn
 * one into the other (optimal string alignment).
 */
export class NameDistance {
  private readonly pattern: Pattern | undefined;

  constructor(readonly name: string) {
    this.pattern = patternOf(name);
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
    const swapped = patternOf(other);
    return swapped === undefined ? byRows(name, other, limit) : byBits(swapped, name, 0, name.length, limit);
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

/** Computes the table of distances row by row and keeps three rows of it. */
function byRows(one: string, other: string, limit: number): number {
  let beforeLast = new Uint16Array(other.length + 1);
  let last = Uint16Array.from(beforeLast, (_, column) => column);
  let current = new Uint16Array(other.length + 1);
  for (let row = 1; row <= one.length; row++) {
    current[0] = row;
    let least = row;
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const distance = Math.min(
        cell(last, column) + 1,
        cell(current, column - 1) + 1,
        cell(last, column - 1) + (isSame ? 0 : 1),
        isSwapped ? cell(beforeLast, column - 2) + 1 : Infinity,
      );
      current[column] = distance;
      least = Math.min(least, distance);
    }
    if (least > limit) return limit + 1;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(cell(last, other.length), limit + 1);
}

function cell(row: Uint16Array, column: number): number {
  return row[column] ?? Infinity;
}
