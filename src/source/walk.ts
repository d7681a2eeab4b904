import { childUri, type Folders } from './folders';

/** What was found below a root. Folders that could not be read are named, with why; the rest is listed all the same. */
export interface Listing {
  /** Paths of Java and Scala files relative to the root, with `/`, sorted. */
  readonly files: readonly string[];
  readonly unreadable: readonly { readonly folder: string; readonly detail: string }[];
}

/** Never source of Kafka, and often large. Build output is skipped by its name: Gradle's and Maven's. */
const skipped = new Set(['node_modules', 'build', 'target', 'out']);
/** Deeper than any real tree; a bound for file systems that cannot tell a loop. */
const deepest = 64;

/**
 * Lists the Java and Scala files below a folder. A symbolic link is followed where it leads out of the folder, once;
 * what lies in the folder is listed where it lies, so that no file counts twice and no loop is walked.
 */
export async function listSourceFiles(root: string, folders: Folders, isCancelled?: () => boolean): Promise<Listing> {
  const files: string[] = [];
  const unreadable: { folder: string; detail: string }[] = [];
  const home = await folders.identity(root);
  const seen = new Set<string>();

  const visit = async (path: string, depth: number): Promise<void> => {
    if (isCancelled?.() === true) return;
    const uri = path === '' ? root : childUri(root, path);
    let entries;
    try {
      entries = await folders.list(uri);
    } catch (error) {
      unreadable.push({ folder: path, detail: error instanceof Error ? error.message : String(error) });
      return;
    }
    const below: string[] = [];
    for (const { name, kind, link } of entries) {
      const child = path === '' ? name : `${path}/${name}`;
      if (kind === 'file' && /\.(java|scala)$/.test(name)) files.push(child);
      if (kind !== 'folder' || name.startsWith('.') || isBuildOutput(name, path) || depth >= deepest) continue;
      if (link) {
        const identity = await folders.identity(childUri(root, child));
        if (seen.has(identity) || `${identity}/`.startsWith(`${home}/`) || `${home}/`.startsWith(`${identity}/`)) continue;
        seen.add(identity);
      }
      below.push(child);
    }
    await Promise.all(below.map((child) => visit(child, depth + 1)));
  };
  await visit('', 0);
  return { files: files.sort(), unreadable: unreadable.sort((a, b) => (a.folder < b.folder ? -1 : 1)) };
}

/** `build` and the like are output only beside a build file's sources, not as a package: `org/…/target` is source. */
function isBuildOutput(name: string, parent: string): boolean {
  return skipped.has(name) && !/(^|\/)(src\/.*|org\/.*|kafka\/.*)$/.test(parent);
}
