import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Connection, reasonOf } from './connection';
import type { Limits } from './limits';
import { Fault, faultOf, SourceError } from './sourceError';

/** Says that `done` of `total` units are through; `total` is undefined where nobody knows it. */
export type Report = (step: 'download' | 'unpack' | 'check', done: number, total: number | undefined) => void;

/**
 * Downloads a file and returns the SHA-512 of its bytes, in hexadecimal.
 * Throws a {@link SourceError}: `unsafe`, `http`, `network`, `silent`, `truncated`, `broken`; the caller removes what was written.
 */
export async function download(url: string, to: string, signal: AbortSignal, report: Report, limits: Limits): Promise<string> {
  const connection = new Connection(url, signal, limits.silence);
  try {
    const response = await connection.request();
    const encoded = response.headers.get('content-encoding') !== null;
    const promised = encoded ? NaN : Number(response.headers.get('content-length') ?? NaN);
    const total = Number.isFinite(promised) ? promised : undefined;
    const hash = createHash('sha512');
    let received = 0;
    const count = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        connection.heard();
        received += chunk.length;
        hash.update(chunk);
        report('download', received, total);
        done(received > limits.downloaded ? tooMuch(url, limits.downloaded) : null, chunk);
      },
    });
    const body = Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
    let networkError: Error | undefined;
    body.on('error', (error) => (networkError = error));
    try {
      await pipeline(body, count, createWriteStream(to), { signal: connection.signal });
    } catch (error) {
      throw connection.explained(error, () => {
        if (networkError === undefined) return error;
        // A connection that ends early is the server's promise broken, whatever words the network has for it.
        return total === undefined ? new SourceError('network', [url, reasonOf(networkError)]) : truncated(url, received, total);
      });
    }
    if (total !== undefined && received !== total) throw truncated(url, received, total);
    return hash.digest('hex');
  } finally {
    connection.close();
  }
}

/** Downloads the text of a small file. Throws as {@link download} does. */
export async function downloadText(url: string, signal: AbortSignal, limits: Limits): Promise<string> {
  const connection = new Connection(url, signal, limits.silence);
  try {
    const { body } = await connection.request();
    const chunks: Uint8Array[] = [];
    let received = 0;
    // Leaving the loop ends the connection.
    for await (const chunk of body as ReadableStream<Uint8Array>) {
      connection.heard();
      received += chunk.length;
      if (received > limits.hashFile) throw tooMuch(url, limits.hashFile);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
  } catch (error) {
    throw connection.explained(error, () => new SourceError('network', [url, reasonOf(error)]));
  } finally {
    connection.close();
  }
}

function tooMuch(url: string, bytes: number): SourceError {
  return new SourceError('broken', [url, ...faultOf(new Fault('bytes', String(bytes), `more than ${bytes} bytes`))]);
}

function truncated(url: string, received: number, total: number): SourceError {
  return new SourceError('truncated', [url, String(received), String(total)]);
}
