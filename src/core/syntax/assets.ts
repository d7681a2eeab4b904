/** The source of the package's files: a folder in Node, the host in a worker. */
export interface Assets {
  /** Returns the bytes of an asset by its file name, e.g. `tree-sitter-java.wasm`. Rejects where there is none. */
  read(name: string): Promise<Uint8Array>;
}
