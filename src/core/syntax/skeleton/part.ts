/** A part of a text, by offsets; half-open. */
export interface Part {
  readonly start: number;
  readonly end: number;
}
