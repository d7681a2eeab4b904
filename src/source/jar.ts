import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { open, type Entry, type ZipFile } from 'yauzl';
import { isPortable } from './portablePath';
import type { Jar } from './release';
import { Fault, faultOf, isDiskError, SourceError } from './sourceError';

/** Throws `wrongHash` unless the file is, byte for byte, the jar that was recorded. */
export async function checkJar(jar: Jar, file: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const found = hash.digest('hex');
  if (found !== jar.sha256) throw new SourceError('wrongHash', [file, jar.sha256, found]);
}

/** Unpacks a source jar into `root`, laid out like a checkout. */
export async function unpackJar(jar: Jar, file: string, root: string, signal: AbortSignal): Promise<void> {
  try {
    const zip = await openZip(file);
    try {
      for await (const entry of entriesOf(zip)) {
        signal.throwIfAborted();
        if (!isPortable(entry.fileName))
          throw new Fault('path', entry.fileName, `a path that is not portable: ${entry.fileName}`);
        const path = placeOf(jar, entry.fileName);
        if (path !== undefined) await unpackEntry(zip, entry, join(root, path));
      }
    } finally {
      zip.close();
    }
  } catch (error) {
    if (signal.aborted || isDiskError(error)) throw error;
    throw new SourceError('broken', [file, ...faultOf(error)]);
  }
}

/** Returns the place of a jar's file in a checkout; undefined for what only jars have. */
export function placeOf(jar: Jar, name: string): string | undefined {
  if (name.endsWith('/') || name.startsWith('META-INF/MANIFEST')) return undefined;
  if (!name.includes('/') && (name === 'LICENSE' || name === 'NOTICE')) return name;
  const isSource = /\.(java|scala)$|\/package\.html$/.test(name);
  if (jar.generated?.names.test(name) === true) return jar.generated.folder && `${jar.generated.folder}/${name}`;
  return isSource ? `${jar.folder}/${name}` : `${dirname(jar.folder)}/resources/${name}`;
}

async function unpackEntry(zip: ZipFile, entry: Entry, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error === null ? resolve(opened) : reject(error)));
  });
  // An error that comes once all is written, such as a wrong size of what is left, would be nobody's.
  stream.on('error', () => undefined);
  await pipeline(stream, createWriteStream(to));
}

function openZip(file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // yauzl refuses absolute names, `..` and sizes that lie.
    open(file, { lazyEntries: true, autoClose: false }, (error, zip) => (error === null ? resolve(zip) : reject(error)));
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      zip.once('entry', resolve);
      zip.once('end', () => resolve(undefined));
      zip.once('error', reject);
      zip.readEntry();
    });
    zip.removeAllListeners();
    if (entry === undefined) return;
    yield entry;
  }
}
