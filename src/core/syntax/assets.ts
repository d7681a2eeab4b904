/** Where the package's files come from: a folder in Node, the host in a worker. */
export interface Assets {
  /** The bytes of an asset by its file name, e.g. `tree-sitter-java.wasm`. Rejects where there is none. */
  read(name: string): Promise<Uint8Array>;
}
