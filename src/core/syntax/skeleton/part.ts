/** A part of a text, by offsets; half-open. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** A part of a text that is not taken over. */
export interface LeftOut extends Part {
  /** The text that stands in its place, where there has to be one. */
  readonly by?: string;
}
