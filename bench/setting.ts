/** The folders and the listener that the measurements are made with; paths are absolute. */
export interface Setting {
  /** The project's folder. */
  readonly root: string;
  /** The folder of the build. */
  readonly dist: string;
  /** The folder of Kafka 2.2.0, which is never written to. */
  readonly source: string;
  /** The folder of the bench's own programs, bundled. */
  readonly bundles: string;
  /** Gets a line on each repetition, for a reader who wants to see them all. */
  readonly say: (line: string) => void;
}
