import type { BlobHash } from '../core/symbols/store/storedIndexer';
import { outlines } from '../kafka/shipped';
import { serve } from './loop';
import { streamGzip } from './streamGzip';
import { hostChannel } from './webPort';

/** The worker's entry in a browser: a dedicated worker, which asks the host for every file and asset. */
const { subtle } = crypto as Partial<Crypto>;

/** Undefined on a page without TLS. */
const hash: BlobHash | undefined =
  subtle &&
  (async (bytes) => {
    const start = new TextEncoder().encode(`blob ${bytes.length}\0`);
    const blob = new Uint8Array(start.length + bytes.length);
    blob.set(start);
    blob.set(bytes, start.length);
    const digest = new Uint8Array(await subtle.digest('SHA-1', blob));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  });

serve(hostChannel, { readFile: () => undefined, ...(hash && { store: { hash, gzip: streamGzip, shipped: outlines } }) });
