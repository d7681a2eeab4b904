import { gunzipSync, gzipSync } from 'node:zlib';
import type { Gzip } from '../../../../src/core/symbols/store/outlineFile';
import type { StoredFiles } from '../../../../src/core/symbols/store/segments';

/** A folder that several windows share, without a disk; `modified` counts up, so the order of writing is known. */
export class MemoryFiles implements StoredFiles {
  readonly files = new Map<string, { bytes: Uint8Array; modified: number }>();
  private clock = Date.now();

  list() {
    return Promise.resolve([...this.files].map(([name, { bytes, modified }]) => ({ name, size: bytes.length, modified })));
  }

  read(name: string): Promise<Uint8Array> {
    const file = this.files.get(name);
    return file === undefined ? Promise.reject(new Error(`${name} is gone`)) : Promise.resolve(file.bytes);
  }

  write(name: string, bytes: Uint8Array): Promise<void> {
    this.files.set(name, { bytes, modified: ++this.clock });
    return Promise.resolve();
  }

  remove(name: string): Promise<void> {
    this.files.delete(name);
    return Promise.resolve();
  }
}

/** The Gzip with which the worker in Node packs files. */
export const zlibGzip: Gzip = { pack: (bytes) => gzipSync(bytes), unpack: (bytes) => gunzipSync(bytes) };
