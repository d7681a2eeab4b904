import type { FragmentRequest, SourceRequest } from '../sourceRequest';
import type { Assets } from '../../syntax/assets';
import { languageOf } from '../../syntax/language';
import type { PackedOutline, PackedFile } from '../packedOutline';
import { createIndexer, type ReadBytes, type Indexer } from '../indexer';
import type { Range } from '../../util/range';
import type { OutlineKey, Records } from './outlineFile';
import { readRecord, writeRecord } from './outlineRecord';
import type { Segments } from './segments';

/** The SHA-1 of a file as Git hashes it (`blob LENGTH\0` before its bytes): 20 bytes. */
export type BlobHash = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** Where outlines are that were made before. */
export interface Stored {
  readonly hash: BlobHash;
  /** Asks for those that ship; none where this build has none. */
  readonly loadShipped: () => Promise<Records>;
  readonly kept: Segments;
}

export interface Means {
  readonly assets: Assets;
  readonly readFile: ReadBytes;
  /** Without it every file is parsed. */
  readonly stored?: Stored;
}

/** Reads source files as {@link Indexer} does, but parses only what it does not know by its content. */
export class StoredReader {
  private readonly reader: Indexer;
  private shipped: Promise<Records> | undefined;
  /** Bytes that were read to be hashed and are to be parsed now, by URI. */
  private readonly atHand = new Map<string, Uint8Array>();

  constructor(private readonly means: Means) {
    this.reader = createIndexer(means.assets, async (uri) => this.atHand.get(uri) ?? means.readFile(uri));
  }

  /** One reading a file, in the order asked. */
  async outline(files: readonly SourceRequest[]): Promise<PackedFile[]> {
    const keys = await Promise.all(files.map((file) => this.key(file)));
    const known = await Promise.all(keys.map((key) => this.find(key)));
    const read = await this.reader.outline(files.filter((_, index) => known[index] === undefined));
    this.atHand.clear();
    return files.map(({ file }, index): PackedFile => {
      const packed = known[index];
      if (packed !== undefined) return { file, packed };
      const reading = read.shift();
      return reading === undefined ? { file, unindexed: 'crashed' } : this.keep(keys[index], reading);
    });
  }

  locate(file: SourceRequest, fragments: readonly FragmentRequest[]): Promise<Range[][] | undefined> {
    return this.reader.locate(file, fragments);
  }

  /** Undefined where it cannot be known: of what an editor holds, and of what cannot be read, which the reader says. */
  private async key({ file, uri, text }: SourceRequest): Promise<OutlineKey | undefined> {
    const { stored } = this.means;
    const language = languageOf(file);
    if (stored === undefined || text !== undefined || language === undefined) return undefined;
    const bytes = await this.means.readFile(uri).catch(() => undefined);
    if (bytes === undefined) return undefined;
    this.atHand.set(uri, bytes);
    return String.fromCharCode(...(await stored.hash(bytes))) + language.id.slice(0, 1);
  }

  private async find(key: OutlineKey | undefined): Promise<PackedOutline | undefined> {
    const { stored } = this.means;
    if (stored === undefined || key === undefined) return undefined;
    const record = (await (this.shipped ??= stored.loadShipped())).get(key) ?? (await stored.kept.find(key));
    return record === undefined ? undefined : readRecord(record);
  }

  private keep(key: OutlineKey | undefined, reading: PackedFile): PackedFile {
    if (key !== undefined && 'packed' in reading) this.means.stored?.kept.keep(key, writeRecord(reading.packed));
    return reading;
  }
}
