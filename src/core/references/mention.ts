/** The words of a note around the name of a symbol, in one line and without Markdown's marks. */
export interface Mention {
  /** The sentence, the heading, the table's row or the diagram's line. A long one is cut around the name, with `…`. */
  readonly text: string;
  /** The place of the name in `text`, half-open, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** The longest text of a {@link Mention}, in UTF-16 units, `…` not counted. */
export const longestMention = 160;
