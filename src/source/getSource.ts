import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unpackArchive } from './archive';
import type { Report } from './download';
import { unpackMavenJars } from './maven';
import type { ArchiveAddress, Release } from './release';
import { toSourceError } from './sourceError';

/** The places that the source may come from. */
export type SourceOrigin = 'archive' | 'github' | 'maven';

export interface SourceOrder {
  readonly release: Release;
  readonly from: SourceOrigin;
  /** The folder that will hold the source; replaced where it is there already. */
  readonly into: string;
  readonly signal: AbortSignal;
  readonly report: Report;
  /** Replaces the origin's own address: a mirror's, or that of a test's server. */
  readonly address?: ArchiveAddress;
}

/** Begins the name of a folder that is not finished. */
const partial = '.partial-';

/**
 * Gets a release's source into a folder, read-only. All or nothing: until the last check has passed, everything lies in a
 * folder beside it, which goes away whatever happens.
 * Throws a {@link SourceError}.
 */
export async function getSource({ release, from, into, signal, report, address }: SourceOrder): Promise<void> {
  const parent = dirname(into);
  let staging: string | undefined;
  try {
    await mkdir(parent, { recursive: true });
    await removeAbandoned(parent);
    staging = await mkdtemp(join(parent, partial));
    const tree = join(staging, 'tree');
    switch (from) {
      case 'archive':
        await unpackArchive(release, address ?? release.archive, tree, staging, signal, report);
        break;
      case 'github':
        await unpackArchive(release, address ?? release.tag, tree, staging, signal, report);
        break;
      case 'maven':
        await unpackMavenJars(release, tree, staging, signal, report);
        break;
      default:
        from satisfies never;
    }
    await makeReadOnly(tree);
    signal.throwIfAborted();
    await rm(into, { recursive: true, force: true });
    await rename(tree, into);
  } catch (error) {
    throw toSourceError(error, signal);
  } finally {
    if (staging !== undefined) await rm(staging, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Removes what a process that was killed has left, older than any download still under way. */
async function removeAbandoned(parent: string): Promise<void> {
  const hour = 3_600_000;
  for (const name of await readdir(parent)) {
    if (!name.startsWith(partial)) continue;
    const { mtimeMs } = await stat(join(parent, name));
    if (Date.now() - mtimeMs > 24 * hour) await rm(join(parent, name), { recursive: true, force: true });
  }
}

/** Files lose their write permission; folders keep it, so that the reader can throw the tree away. */
async function makeReadOnly(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await makeReadOnly(path);
    else if (entry.isFile()) await chmod(path, 0o444);
  }
}
