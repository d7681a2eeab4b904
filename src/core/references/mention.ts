/** What a note says where it names a symbol: plain words of one line, without Markdown's marks. */
export interface Mention {
  /** The sentence, the heading, the table's row or the diagram's line; what is long is cut around the name, with `…`. */
  readonly text: string;
  /** Where in `text` the name stands, half-open, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** The most of a {@link Mention}'s text, in UTF-16 units, `…` not counted. */
export const longestMention = 160;
