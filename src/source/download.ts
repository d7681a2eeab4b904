import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { SourceError } from './sourceError';

/** `done` of `total` units; `total` is undefined where nobody knows it. */
export type Report = (step: 'download' | 'unpack' | 'check', done: number, total: number | undefined) => void;

/** The bytes that a download may have: more than any release's source, and a bound for what a wrong server may send. */
const largest = 200_000_000;

/**
 * Downloads a file and returns the SHA-512 of its bytes, in hexadecimal.
 * Throws a {@link SourceError}: `http`, `network`, `truncated`; the caller removes what was written.
 */
export async function download(url: string, to: string, signal: AbortSignal, report: Report): Promise<string> {
  const response = await request(url, signal);
  const promised =
    response.headers.get('content-encoding') === null ? Number(response.headers.get('content-length') ?? NaN) : NaN;
  const total = Number.isFinite(promised) ? promised : undefined;
  const hash = createHash('sha512');
  let received = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      hash.update(chunk);
      report('download', received, total);
      done(received > largest ? new SourceError('broken', [url, `more than ${largest} bytes`]) : null, chunk);
    },
  });
  const body = Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
  let networkError: Error | undefined;
  body.on('error', (error) => (networkError = error));
  try {
    await pipeline(body, count, createWriteStream(to), { signal });
  } catch (error) {
    if (error instanceof SourceError || signal.aborted || networkError === undefined) throw error;
    // A connection that ends early is the server's promise broken, whatever words the network has for it.
    throw total === undefined ? new SourceError('network', [url, reason(networkError)]) : truncated(url, received, total);
  }
  if (total !== undefined && received !== total) throw truncated(url, received, total);
  return hash.digest('hex');
}

/** The text of a small file. */
export async function downloadText(url: string, signal: AbortSignal): Promise<string> {
  return (await request(url, signal)).text();
}

async function request(url: string, signal: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { signal, redirect: 'follow' });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new SourceError('network', [url, reason(error)]);
  }
  if (!response.ok || response.body === null) throw new SourceError('http', [url, String(response.status)]);
  return response;
}

function truncated(url: string, received: number, total: number): SourceError {
  return new SourceError('truncated', [url, String(received), String(total)]);
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}
