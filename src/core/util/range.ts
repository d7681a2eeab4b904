/** A place in a text. Both numbers are 0-based; `character` counts UTF-16 code units, lines end at \n, \r\n or \r, as in VS Code. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A half-open range: `end` is the position behind the last character. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Compares two positions: negative where `one` stands before `other`, 0 at the same place. */
export function comparePositions(one: Position, other: Position): number {
  return one.line - other.line || one.character - other.character;
}

/** Returns whether a position stands in a range or at one of its ends. */
export function contains({ start, end }: Range, position: Position): boolean {
  return comparePositions(start, position) <= 0 && comparePositions(position, end) <= 0;
}

/** Returns whether a range holds all of another one, which may be the same. */
export function encloses(outer: Range, inner: Range): boolean {
  return comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0;
}
