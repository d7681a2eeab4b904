/** What of a diagram an anchor belongs to. */
export type DiagramPlace =
  /** What the diagram itself calls by these names: nodes, arrows with a name, classes, states, participants. */
  | { readonly kind: 'named'; readonly names: readonly string[] }
  /** What a line draws: its index among the diagram's lines, -1 where no line follows. */
  | { readonly kind: 'line'; readonly line: number };

/** An anchor in a Mermaid diagram. Offsets are half-open, in the diagram's text. */
export interface DiagramAnchor {
  /** As written, `kafka:` included. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The whole statement or comment. */
  readonly statement: { readonly start: number; readonly end: number; readonly line: number };
  readonly place: DiagramPlace;
  /** What the diagram says there, as plain text. */
  readonly label: string;
}
