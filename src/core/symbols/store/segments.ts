import { decodeOutlines, encodeOutlines, type Gzip, type OutlineKey, type Records } from './outlineFile';

/** A folder of this machine in which only outlines are kept. */
export interface StoredFiles {
  /** Returns all files, with sizes in bytes and times in milliseconds since 1970; none where there is no such folder. */
  list(): Promise<readonly { readonly name: string; readonly size: number; readonly modified: number }[]>;
  /** Returns a file's bytes. Rejects where the file is gone. */
  read(name: string): Promise<Uint8Array>;
  /** Writes a file whole or not at all, whoever else writes or reads. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Removes a file; a file that is gone already is not a failure. */
  remove(name: string): Promise<void>;
}

/** The bytes that all files may have together; the oldest are removed. */
const mostBytes = 8_000_000;
/** The bytes below which a file is small. Where there are {@link mostSmall} small files, they become one. */
const small = 128_000;
const mostSmall = 8;
/**
 * The milliseconds for which the files of another version of the extension stay: a window with that version may be open today.
 */
const patience = 7 * 24 * 3600 * 1000;

/**
 * Outlines that were made once, kept in files that are written once and never changed, so that any number of windows may
 * write and read. A file that is torn, of an older form or of another outliner is as good as none.
 */
export class Segments {
  private readonly records = new Map<OutlineKey, Uint8Array>();
  /** This outliner's small files, each with the records in it. */
  private readonly smallFiles = new Map<string, Records>();
  /** The records that no file holds yet. */
  private readonly fresh = new Map<OutlineKey, Uint8Array>();
  private loading: Promise<void> | undefined;
  private writing = Promise.resolve();
  /** The troubles that were said and still last. */
  private readonly said = new Set<string>();

  /**
   * Starts without reading anything. `outliner` names the code that makes outlines; it stands in the names of files. `warn` is
   * told each trouble once.
   */
  constructor(
    private readonly files: StoredFiles,
    private readonly outliner: string,
    private readonly gzip: Gzip,
    private readonly warn: (detail: string) => void,
  ) {}

  /** Returns the record of a file, if one is kept. Never rejects. */
  async find(key: OutlineKey): Promise<Uint8Array | undefined> {
    await (this.loading ??= this.load());
    return this.records.get(key);
  }

  /** Remembers a record; {@link flush} writes it. */
  keep(key: OutlineKey, record: Uint8Array): void {
    this.records.set(key, record);
    this.fresh.set(key, record);
  }

  /** Writes the new records. Never rejects: records that a full disk does not take are written at the next time. */
  flush(): Promise<void> {
    this.writing = this.writing.then(() => this.write()).catch((error: unknown) => this.complain('kept', error));
    return this.writing;
  }

  private async load(): Promise<void> {
    try {
      for (const { name, size } of await this.files.list()) if (this.isOurs(name)) await this.loadFile(name, size);
    } catch (error) {
      this.complain('found', error);
    }
  }

  private async loadFile(name: string, size: number): Promise<void> {
    const bytes = await this.files.read(name).catch(() => undefined);
    // Another window may have joined the file with others meanwhile.
    if (bytes === undefined) return;
    const records = await decodeOutlines(this.outliner, bytes, this.gzip);
    if (records === undefined) {
      this.warn(`${name} is damaged and is removed`);
      await this.files.remove(name);
      return;
    }
    if (size < small) this.smallFiles.set(name, records);
    for (const [key, record] of records) this.records.set(key, record);
  }

  private async write(): Promise<void> {
    if (this.fresh.size === 0) return;
    const added = new Map(this.fresh);
    const joined = this.smallFiles.size < mostSmall ? [] : [...this.smallFiles];
    const records = new Map([...joined.flatMap(([, held]) => [...held]), ...added]);
    const bytes = await encodeOutlines(this.outliner, records, this.gzip);
    const name = this.newName();
    await this.files.write(name, bytes);
    this.said.delete('kept');
    for (const [key, record] of added) if (this.fresh.get(key) === record) this.fresh.delete(key);
    for (const [old] of joined) {
      this.smallFiles.delete(old);
      await this.files.remove(old);
    }
    if (bytes.length < small) this.smallFiles.set(name, records);
    await this.tidy(name);
  }

  private async tidy(written: string): Promise<void> {
    const newestFirst = (await this.files.list()).toSorted((a, b) => b.modified - a.modified);
    let total = 0;
    for (const { name, size, modified } of newestFirst) {
      total += size;
      const isForgotten = !this.isOurs(name) && Date.now() - modified > patience;
      if (name !== written && (total > mostBytes || isForgotten)) {
        this.smallFiles.delete(name);
        await this.files.remove(name);
      }
    }
  }

  private newName(): string {
    return `${this.outliner}-${Math.random().toString(36).slice(2, 12)}.outlines`;
  }

  private isOurs(name: string): boolean {
    return name.startsWith(`${this.outliner}-`) && name.endsWith('.outlines');
  }

  /** Says a trouble once for as long as it lasts, such as a full disk. */
  private complain(tried: 'kept' | 'found', error: unknown): void {
    if (this.said.has(tried)) return;
    this.said.add(tried);
    this.warn(`Outlines are not ${tried}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
