/** What the measurements are made with; paths are absolute. */
export interface Setting {
  /** The project. */
  readonly root: string;
  /** What is built. */
  readonly dist: string;
  /** Kafka 2.2.0, never written to. */
  readonly source: string;
  /** The bench's own programs, bundled. */
  readonly bundles: string;
  /** Takes a line on each repetition, for whoever wants to see them all. */
  readonly say: (line: string) => void;
}
