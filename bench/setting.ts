/** What the measurements are made with: absolute paths. */
export interface Setting {
  /** The project. */
  readonly root: string;
  /** What is built. */
  readonly dist: string;
  /** Kafka 2.2.0, never written to. */
  readonly source: string;
  /** The bench's own programs, bundled. */
  readonly bundles: string;
}
