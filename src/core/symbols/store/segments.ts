import { readOutlines, writeOutlines, type OutlineKey, type Records } from './outlineFile';

/** A folder of the reader's machine that only outlines are kept in. */
export interface StoredFiles {
  /** Sizes in bytes; times in milliseconds since 1970. Empty where there is no such folder. */
  list(): Promise<readonly { readonly name: string; readonly size: number; readonly modified: number }[]>;
  /** Rejects where the file is gone. */
  read(name: string): Promise<Uint8Array>;
  /** Whole or not at all, whoever else writes or reads. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** A file that is gone already is no failure. */
  remove(name: string): Promise<void>;
}

/** Bytes: of all files together; the oldest go. */
const mostBytes = 32_000_000;
/** Files below this size are small; so many small ones become one. */
const small = 512_000;
const mostSmall = 8;
/** Milliseconds after which what another version of the extension left is removed: a window with it may be open today. */
const patience = 7 * 24 * 3600 * 1000;

/**
 * Outlines that were made once, kept in files that are written once and never changed, so that any number of windows may
 * write and read. A file that is torn, of an older form or of another outliner is as good as none.
 */
export class Segments {
  private readonly records = new Map<OutlineKey, Uint8Array>();
  /** Which of our small files hold what. */
  private readonly smallFiles = new Map<string, Records>();
  private readonly fresh = new Map<OutlineKey, Uint8Array>();
  private loading: Promise<void> | undefined;
  private writing = Promise.resolve();

  /** `outliner`: see {@link writeOutlines}; it may stand in a file's name. */
  constructor(
    private readonly files: StoredFiles,
    private readonly outliner: string,
    private readonly warn: (detail: string) => void,
  ) {}

  /** Never rejects. */
  async find(key: OutlineKey): Promise<Uint8Array | undefined> {
    await (this.loading ??= this.load());
    return this.records.get(key);
  }

  /** Remembers a record; {@link flush} writes it. */
  keep(key: OutlineKey, record: Uint8Array): void {
    this.records.set(key, record);
    this.fresh.set(key, record);
  }

  /** Writes what is new. Never rejects: a full disk costs only the next window's time. */
  flush(): Promise<void> {
    this.writing = this.writing.then(() => this.write()).catch((error: unknown) => this.complain(error));
    return this.writing;
  }

  private async load(): Promise<void> {
    try {
      for (const { name, size } of await this.files.list()) {
        if (!this.isOurs(name)) continue;
        const bytes = await this.files.read(name).catch(() => undefined);
        // Another window may have joined it with others meanwhile.
        if (bytes === undefined) continue;
        const records = readOutlines(this.outliner, bytes);
        if (records === undefined) {
          this.warn(`${name} is damaged and is removed`);
          await this.files.remove(name);
          continue;
        }
        if (size < small) this.smallFiles.set(name, records);
        for (const [key, record] of records) this.records.set(key, record);
      }
    } catch (error) {
      this.complain(error);
    }
  }

  private async write(): Promise<void> {
    if (this.fresh.size === 0) return;
    const added = new Map(this.fresh);
    this.fresh.clear();
    const joined = this.smallFiles.size < mostSmall ? [] : [...this.smallFiles];
    const records = new Map([...joined.flatMap(([, held]) => [...held]), ...added]);
    const bytes = writeOutlines(this.outliner, records);
    const name = this.newName();
    await this.files.write(name, bytes);
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

  private complain(error: unknown): void {
    this.warn(`Outlines are not kept: ${error instanceof Error ? error.message : String(error)}`);
  }
}
