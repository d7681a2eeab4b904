import type { Syntax } from '../core/language/syntaxFinder';
import type { PackedFile } from '../core/symbols/packedOutline';
import type { Position, Range } from '../core/util/range';
import type { FragmentRequest, OpenSource, SourceRequest } from '../core/symbols/sourceRequest';
import type { Header } from '../core/uses/header';
import type { NamedSite, UseSite } from '../core/uses/use';

/** The calls of the host to the parsing worker. It serves one call after the other. */
export interface WorkerCalls {
  /** Indexes files. The answer has one outcome for each file, in the order asked. */
  outline(files: readonly SourceRequest[]): PackedFile[];
  /** Returns for each fragment all places where it fits; undefined where the file could not be read. */
  locate(file: SourceRequest, fragments: readonly FragmentRequest[]): Range[][] | undefined;
  /** Returns what each file tells of its types, in the order asked; undefined for a file that cannot be read. */
  headers(files: readonly SourceRequest[]): (Header | undefined)[];
  /** Returns what the names at these positions are used for; undefined where no name is used. */
  sites(file: OpenSource, positions: readonly Position[]): (UseSite | undefined)[];
  /** Returns all places in each file where a name is used, in the order asked; undefined for a file that cannot be read. */
  named(files: readonly SourceRequest[], name: string): (readonly NamedSite[] | undefined)[];
  /** Returns the colours and folds of a text that an editor holds; undefined where it cannot be read. */
  syntax(file: OpenSource): Syntax | undefined;
}

/** The calls of the worker to the host. */
export interface HostCalls extends StorageCalls {
  /**
   * Returns the bytes of a file that the worker cannot read itself (in the browser, on virtual file systems). The message of an
   * error is an UnindexedReason.
   */
  readFile(uri: string): Uint8Array;
  /** Returns an asset of the package by its file name, e.g. `tree-sitter-java.wasm`. */
  readAsset(name: string): Uint8Array;
  /** Logs a warning. */
  warn(message: string): void;
}

/** The calls for outlines that earlier windows have made, which are files in the extension's storage: see `StoredFiles`. */
export interface StorageCalls {
  listStored(): { readonly name: string; readonly size: number; readonly modified: number }[];
  readStored(name: string): Uint8Array;
  writeStored(name: string, bytes: Uint8Array): void;
  removeStored(name: string): void;
}
