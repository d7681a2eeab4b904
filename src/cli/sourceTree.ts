import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReleaseSymbols } from '../core/bindings/releaseSymbols';
import { createSymbolTable } from '../core/symbols/createSymbolTable';
import type { PackedFile } from '../core/symbols/packedOutline';
import { createIndexer } from '../core/symbols/indexer';
import type { UnindexedReason } from '../core/symbols/symbol';
import type { Range } from '../core/util/range';
import type { SymbolTable } from '../core/symbols/symbolTable';
import type { Assets } from '../core/syntax/assets';
import type { FragmentRequest } from '../core/symbols/sourceRequest';
import { childUri } from '../source/folders';
import { kafkaSymbols } from '../source/kafkaSymbols';
import { nodeFolders } from '../source/nodeFolders';
import { listSourceFiles, type Listing } from '../source/walk';
import { readLocalFile } from '../worker/localFile';

/** Reads source files from the disk, one after the other. */
export class SourceReader {
  private readonly reader;

  constructor(assets: Assets) {
    this.reader = createIndexer(assets, readLocalFile);
  }

  /** `file` is the name that comes back. */
  async read(file: string, uri: string): Promise<PackedFile> {
    const [reading] = await this.reader.outline([{ file, uri }]);
    return reading ?? { file, unindexed: 'unreadable' };
  }

  /** For each quote all places where it stands; undefined where the file cannot be read. */
  async locate(file: string, uri: string, fragments: readonly FragmentRequest[]): Promise<Range[][] | undefined> {
    return this.reader.locate({ file, uri }, fragments);
  }
}

/** A folder with source, read to the end. */
export interface SourceTree {
  readonly table: SymbolTable;
  readonly release: ReleaseSymbols;
  readonly unreadFolders: ReadonlyMap<string, UnindexedReason>;
  readonly uriOf: (file: string) => string;
  readonly hasFile: (file: string) => boolean;
}

export async function readTree(folder: string, reader: SourceReader): Promise<SourceTree> {
  const root = pathToFileURL(folder).href;
  const listing = await listSourceFiles(root, nodeFolders);
  const table = createSymbolTable(listing.files);
  const uriOf = (file: string): string => childUri(root, file);
  for (const file of listing.files) table.set(await reader.read(file, uriOf(file)));
  return {
    table,
    release: kafkaSymbols(),
    unreadFolders: unreadFolders(listing),
    uriOf,
    hasFile: (file) => isFile(join(folder, file)),
  };
}

export function unreadFolders({ unreadable }: Listing): ReadonlyMap<string, UnindexedReason> {
  return new Map(
    unreadable.map(({ folder, detail }) => [folder, /\b(?:EACCES|EPERM)\b/.test(detail) ? 'noPermission' : 'unreadable']),
  );
}

export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
