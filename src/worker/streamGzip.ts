import type { Gzip } from '../core/symbols/store/outlineFile';

/** {@link Gzip} as browsers have it. */
export const streamGzip: Gzip = {
  pack: (bytes) => through(bytes, new CompressionStream('gzip')),
  unpack: (bytes) => through(bytes, new DecompressionStream('gzip')),
};

async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const readable = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(readable).arrayBuffer());
}
