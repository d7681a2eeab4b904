import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { outlines } from '../kafka/shipped';
import { readLocalFile } from './localFile';
import { serve } from './loop';
import { hostChannel } from './port';

/** The worker's entry in Node: a worker thread, which reads `file:` URIs and the assets, which lie beside it, itself. */
serve(hostChannel(), {
  readFile: (uri) => (uri.startsWith('file:') ? readLocalFile(uri) : undefined),
  assets: { read: (name) => readFile(join(__dirname, name)) },
  store: {
    shipped: outlines,
    hash: (bytes) => createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex'),
    // The streams that browsers have too take three times as long, for they are loaded at their first use.
    gzip: { pack: (bytes) => gzipSync(bytes), unpack: (bytes) => gunzipSync(bytes) },
  },
});
