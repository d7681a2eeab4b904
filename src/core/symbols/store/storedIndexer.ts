import type { FragmentRequest, SourceRequest } from '../sourceRequest';
import type { Assets } from '../../syntax/assets';
import { languageOf } from '../../syntax/language';
import type { PackedOutline, PackedFile } from '../packedOutline';
import { createIndexer, type ReadBytes, type Indexer } from '../indexer';
import type { Range } from '../../util/range';
import type { OutlineKey, Records } from './outlineFile';
import { decodeOutline, encodeOutline } from './outlineRecord';
import type { Segments } from './segments';

/** A function that returns the SHA-1 of a file as Git hashes it (`blob LENGTH\0` before its bytes), in hexadecimal. */
export type BlobHash = (bytes: Uint8Array) => string | Promise<string>;

/** The places of outlines that were made before. */
export interface Stored {
  readonly hash: BlobHash;
  /** Asks for the outlines that ship; there are none where the build was made without the source. */
  readonly loadShipped: () => Promise<Records>;
  readonly kept: Segments;
}

export interface Means {
  readonly assets: Assets;
  readonly readFile: ReadBytes;
  /** The outlines that were made before; without them every file is parsed. */
  readonly stored?: Stored;
}

/** Indexes source files as {@link Indexer} does, but parses only files whose content it does not know. */
export class StoredIndexer implements Indexer {
  private readonly indexer: Indexer;
  private shipped: Promise<Records> | undefined;
  /** The bytes that were read to be hashed and are to be parsed now, by URI. */
  private readonly atHand = new Map<string, Uint8Array>();

  constructor(private readonly means: Means) {
    this.indexer = createIndexer(means.assets, async (uri) => this.atHand.get(uri) ?? means.readFile(uri));
  }

  async outline(files: readonly SourceRequest[]): Promise<PackedFile[]> {
    const keys = await Promise.all(files.map((file) => this.key(file)));
    const known = await Promise.all(keys.map((key) => this.find(key)));
    const parsed = await this.indexer.outline(files.filter((_, index) => known[index] === undefined));
    this.atHand.clear();
    return files.map(({ file }, index): PackedFile => {
      const packed = known[index];
      if (packed !== undefined) return { file, packed };
      const outcome = parsed.shift();
      return outcome === undefined ? { file, unindexed: 'crashed' } : this.keep(keys[index], outcome);
    });
  }

  locate(file: SourceRequest, fragments: readonly FragmentRequest[]): Promise<Range[][] | undefined> {
    return this.indexer.locate(file, fragments);
  }

  /**
   * Returns the key of a file's outline; undefined for a file that an editor holds, and for a file that cannot be read: the
   * indexer says why.
   */
  private async key({ file, uri, text }: SourceRequest): Promise<OutlineKey | undefined> {
    const { stored } = this.means;
    const language = languageOf(file);
    if (stored === undefined || text !== undefined || language === undefined) return undefined;
    const bytes = await this.means.readFile(uri).catch(() => undefined);
    if (bytes === undefined) return undefined;
    this.atHand.set(uri, bytes);
    return (await stored.hash(bytes)) + language.id.slice(0, 1);
  }

  private async find(key: OutlineKey | undefined): Promise<PackedOutline | undefined> {
    const { stored } = this.means;
    if (stored === undefined || key === undefined) return undefined;
    const record = (await (this.shipped ??= stored.loadShipped())).get(key) ?? (await stored.kept.find(key));
    if (record === undefined) return undefined;
    try {
      return decodeOutline(record);
    } catch {
      // A record that is damaged is as good as none: the file is parsed.
      return undefined;
    }
  }

  private keep(key: OutlineKey | undefined, outcome: PackedFile): PackedFile {
    if (key !== undefined && 'packed' in outcome) this.means.stored?.kept.keep(key, encodeOutline(outcome.packed));
    return outcome;
  }
}
