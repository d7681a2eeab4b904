import type { Syntax } from '../core/language/syntaxReader';
import type { PackedFile } from '../core/symbols/packedOutline';
import type { Position, Range } from '../core/util/range';
import type { FragmentRequest, OpenSource, SourceRequest } from '../core/symbols/sourceRequest';
import type { Header } from '../core/uses/header';
import type { UseSite } from '../core/uses/use';

/** What the host asks of the worker. One call is served after the other. */
export interface WorkerCalls {
  /** One reading a file, in the order asked. */
  outline(files: readonly SourceRequest[]): PackedFile[];
  /** For each fragment all places where it fits; undefined where the file could not be read. */
  locate(file: SourceRequest, fragments: readonly FragmentRequest[]): Range[][] | undefined;
  /** What each file tells of its types, in the order asked; undefined for one that cannot be read. */
  headers(files: readonly SourceRequest[]): (Header | undefined)[];
  /** What the names at these positions are used for; undefined where no name is used. */
  sites(file: OpenSource, positions: readonly Position[]): (UseSite | undefined)[];
  /** Colours and folds of a text that an editor holds; undefined where it cannot be read. */
  syntax(file: OpenSource): Syntax | undefined;
}

/** What the worker asks of the host. */
export interface HostCalls extends StorageCalls {
  /** The bytes of a file that the worker cannot read itself (web, virtual file systems). Errors carry an UnindexedReason as their message. */
  readFile(uri: string): Uint8Array;
  /** An asset of the package, by its file name, e.g. `tree-sitter-java.wasm`. */
  readAsset(name: string): Uint8Array;
  /** Something for the log. */
  warn(message: string): void;
}

/** Outlines made in earlier windows, as files of the extension's storage: see `StoredFiles`. */
export interface StorageCalls {
  listStored(): { readonly name: string; readonly size: number; readonly modified: number }[];
  readStored(name: string): Uint8Array;
  writeStored(name: string, bytes: Uint8Array): void;
  removeStored(name: string): void;
}
