/** A part of a text, by offsets; half-open. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** A part that is not taken over. */
export interface LeftOut extends Part {
  /** What stands in its place, where something has to. */
  readonly by?: string;
}
