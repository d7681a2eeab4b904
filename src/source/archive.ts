import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar';
import { download, downloadText, type Report } from './download';
import { gitTreeId } from './gitTree';
import type { Limits } from './limits';
import { isPortable } from './portablePath';
import type { ArchiveAddress, Release } from './release';
import { Fault, faultOf, isDiskError, SourceError } from './sourceError';
import { Standstill } from './standstill';

/**
 * Downloads an archive, checks it against its published hash, unpacks it into `into` without its top folder and checks
 * the tree against the release's recorded id. `scratch` is a folder for the file on its way.
 */
export async function unpackArchive(
  release: Release,
  address: ArchiveAddress,
  into: string,
  scratch: string,
  signal: AbortSignal,
  report: Report,
  limits: Limits,
): Promise<void> {
  const published = address.sha512Url === undefined ? undefined : await publishedSha512(address.sha512Url, signal, limits);
  const file = join(scratch, 'archive');
  const found = await download(address.url, file, signal, report, limits);
  if (published !== undefined && published !== found) throw new SourceError('wrongHash', [address.url, published, found]);

  const executables = await unpackTar(address.url, file, into, signal, report, limits);
  signal.throwIfAborted();
  report('check', 0, undefined);
  const treeId = await gitTreeId(into, executables);
  if (treeId !== release.treeId) throw new SourceError('wrongHash', [address.url, release.treeId, treeId]);
}

/**
 * Unpacks a gzipped tar file, which came from `url`, into `into` without its top folder. Returns the paths of its executable files.
 * Throws `broken` where it is damaged, holds too much or has a path that is not portable, before that is written; what was written by
 * then is the caller's to remove. What the disk refuses is thrown as it is.
 */
export async function unpackTar(
  url: string,
  file: string,
  into: string,
  signal: AbortSignal,
  report: Report,
  limits: Limits,
): Promise<ReadonlySet<string>> {
  await mkdir(into, { recursive: true });
  let entries = 0;
  /** The faults of the archive. All that follows the first one is skipped. */
  const faults: Error[] = [];
  const executables = new Set<string>();
  // The unpacker waits for itself without an end where a link leads below its own name.
  const standstill = new Standstill(limits.silence, standsStill(limits.silence / 1000));
  const unpacking = extract({
    cwd: into,
    strip: 1,
    noMtime: true,
    // The unpacker would unpack what is packed a second time behind the counter.
    maxDecompressionRatio: 0,
    // An error thrown in here would be nobody's: a cancelled reader sees the rest skipped.
    filter: (path, entry) => {
      if (signal.aborted || faults.length > 0) return false;
      if (++entries > limits.entries)
        faults.push(new Fault('files', String(limits.entries), `more than ${limits.entries} files`));
      const link = 'linkpath' in entry ? entry.linkpath : undefined;
      if (!isPortable(path) || link?.includes('\0') === true) faults.push(notPortable(path));
      return faults.length === 0;
    },
    onwarn: (_, message) => faults.push(new Error(message)),
    onReadEntry: ({ path, mode, type }) => {
      standstill.moved();
      if (type === 'File' && ((mode ?? 0) & 0o100) !== 0) executables.add(path.slice(path.indexOf('/') + 1));
      report('unpack', entries, undefined);
    },
  });
  try {
    const parts = [createReadStream(file), createGunzip(), counted(limits.unpacked), unpacking] as const;
    await pipeline(...parts, { signal: AbortSignal.any([signal, standstill.signal]) });
    const [fault] = faults;
    if (fault !== undefined) throw fault;
    return executables;
  } catch (error) {
    if (signal.aborted || isDiskError(error)) throw error;
    const why: unknown = standstill.signal.aborted ? standstill.signal.reason : error;
    throw new SourceError('broken', [url, ...faultOf(why)]);
  } finally {
    standstill.close();
  }
}

function standsStill(seconds: number): Fault {
  return new Fault('still', String(seconds), `nothing was unpacked for ${seconds} s`);
}

function notPortable(path: string): Fault {
  return new Fault('path', path, `a path that is not portable: ${JSON.stringify(path)}`);
}

/** Passes on as many bytes as the bound allows. */
function counted(most: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > most) done(new Fault('bytes', String(most), `more than ${most} bytes unpacked`));
      else done(null, chunk);
    },
  });
}

async function publishedSha512(url: string, signal: AbortSignal, limits: Limits): Promise<string> {
  const hash = parseSha512(await downloadText(url, signal, limits));
  if (hash === undefined) throw new SourceError('noHash', [url]);
  return hash;
}

/**
 * Returns the hash in a `.sha512` file, in lower case: either as sha512sum prints it (`HASH  FILE`) or as
 * `gpg --print-md sha512` does (`FILE: 0123ABCD …` over several lines), as releases of Apache have it.
 */
export function parseSha512(text: string): string | undefined {
  const colon = text.indexOf(':');
  const digits = (colon < 0 ? (text.trim().split(/\s/, 1)[0] ?? '') : text.slice(colon + 1)).replaceAll(/\s/g, '');
  return /^[\da-f]{128}$/i.test(digits) ? digits.toLowerCase() : undefined;
}
