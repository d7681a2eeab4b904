import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unpackArchive } from './archive';
import type { Report } from './download';
import { defaultLimits, type Limits } from './limits';
import { unpackMavenJars } from './maven';
import { isCode, nodeFolders } from './nodeFolders';
import { checkoutOf } from './recognise';
import type { ArchiveAddress, Release } from './release';
import { SourceError, toSourceError } from './sourceError';

/** The places that the source may come from. */
export type SourceOrigin = 'archive' | 'github' | 'maven';

export interface SourceOrder {
  readonly release: Release;
  readonly from: SourceOrigin;
  /** The folder that will hold the source. It is replaced where it holds a release of the project, and refused where anything else. */
  readonly into: string;
  readonly signal: AbortSignal;
  readonly report: Report;
  /** Replaces the origin's own address: a mirror's, or that of a test's server. */
  readonly address?: ArchiveAddress;
  /** Other bounds than the usual ones. */
  readonly limits?: Partial<Limits>;
}

/** Begins the name of a folder that is not finished. */
const partial = '.partial-';

/**
 * Gets a release's source into a folder, read-only. All or nothing: until the last check has passed, everything lies in a
 * folder beside it, which goes away whatever happens.
 * Throws a {@link SourceError}.
 */
export async function getSource({ release, from, into, signal, report, address, limits }: SourceOrder): Promise<void> {
  const parent = dirname(into);
  const bounds = { ...defaultLimits, ...limits };
  let staging: string | undefined;
  try {
    await refuseOccupied(into, release);
    await mkdir(parent, { recursive: true });
    await removeAbandoned(parent);
    staging = await mkdtemp(join(parent, partial));
    const tree = join(staging, 'tree');
    switch (from) {
      case 'archive':
        await unpackArchive(release, address ?? release.archive, tree, staging, signal, report, bounds);
        break;
      case 'github':
        await unpackArchive(release, address ?? release.tag, tree, staging, signal, report, bounds);
        break;
      case 'maven':
        await unpackMavenJars(release, tree, staging, signal, report);
        break;
      default:
        from satisfies never;
    }
    await makeReadOnly(tree);
    signal.throwIfAborted();
    // Somebody may have put something there meanwhile.
    await refuseOccupied(into, release);
    await rm(into, { recursive: true, force: true });
    await rename(tree, into);
  } catch (error) {
    throw toSourceError(error, signal);
  } finally {
    if (staging !== undefined) await rm(staging, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Throws `occupied` where a folder holds anything but a release of the project. A clone may hold somebody's work. */
async function refuseOccupied(folder: string, { group }: Release): Promise<void> {
  const there = await stat(folder).catch((error: unknown) => {
    if (!isCode(error, 'ENOENT')) throw error;
  });
  if (there === undefined) return;
  const names = there.isDirectory() ? await readdir(folder) : undefined;
  if (names?.length === 0) return;
  const isOurs =
    names?.includes('.git') === false && (await checkoutOf(pathToFileURL(folder).href, nodeFolders))?.group === group;
  if (!isOurs) throw new SourceError('occupied', [folder]);
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
