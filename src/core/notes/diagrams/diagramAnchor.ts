/** The part of a diagram that an anchor belongs to. */
export type DiagramPlace =
  /** The parts that the diagram calls by these names: nodes, arrows with a name, classes, states, participants. */
  | { readonly kind: 'named'; readonly names: readonly string[] }
  /** The part that a line draws, by the line's index in the diagram; -1 if no line follows. */
  | { readonly kind: 'line'; readonly line: number };

/** An anchor in a Mermaid diagram. Offsets are half-open, in the diagram's text. */
export interface DiagramAnchor {
  /** The anchor as written, `kafka:` included. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The whole statement or comment. */
  readonly statement: { readonly start: number; readonly end: number; readonly line: number };
  readonly place: DiagramPlace;
  /** The plain text of the diagram at that place. */
  readonly label: string;
}
