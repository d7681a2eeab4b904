import { childUri, prefixOf, type FolderEntry, type Folders } from './folders';
import { findWorkTree, nowhere, openWorkTree, type WorkTreePlace } from './workTree';

/** A folder that is not listed, or not wholly. */
export interface UnreadFolder {
  /** Relative to the root; '' for itself. */
  readonly folder: string;
  /** What the file system said, or the bound in words. */
  readonly detail: string;
  /** The bound of ours that it goes beyond, where it is not the file system that refused. */
  readonly bound?: { readonly of: 'depth' | 'entries'; readonly most: number };
}

/** The files found below a root. Folders that cannot be listed are named, with why; the rest is listed all the same. */
export interface Listing {
  /** Paths of the files relative to the root, with `/`, sorted. */
  readonly files: readonly string[];
  readonly unreadable: readonly UnreadFolder[];
}

/**
 * Lists the Java and Scala files below a folder, see {@link listFiles}. `patterns` are added behind those that the root's
 * `.gitignore` has: they name files that are listed though git ignores them.
 */
export function listSourceFiles(
  root: string,
  folders: Folders,
  isCancelled?: () => boolean,
  patterns: readonly string[] = [],
): Promise<Listing> {
  return listFiles(root, folders, (name) => /\.(java|scala)$/.test(name), isCancelled, patterns);
}

/**
 * Lists the files below a folder whose names are wanted. All is listed save what git ignores, folders whose names begin
 * with a dot, and `node_modules`. A symbolic link is followed where it leads to something in the root that is not listed
 * under a name of its own, once; so no file counts twice, no loop is walked, and nothing outside of the root is listed.
 * Where the file system does not tell where a link leads, only links to files are followed.
 */
export async function listFiles(
  root: string,
  folders: Folders,
  isWanted: (name: string) => boolean,
  isCancelled: () => boolean = () => false,
  patterns: readonly string[] = [],
  most = mostListed,
): Promise<Listing> {
  const walk = new Walk(root, folders, isWanted, isCancelled, patterns, most);
  await walk.run();
  return { files: walk.files.sort(), unreadable: walk.unreadable.sort((a, b) => (a.folder < b.folder ? -1 : 1)) };
}

/** More folders in each other than any real tree has; a bound for file systems that lead in a circle without a link. */
const deepest = 64;

/** More files and folders than any tree of source has; ten copies of Kafka have 40,000. The rest is left out, and the listing says so. */
const mostListed = 300_000;

/** A folder on the way. */
interface Step {
  /** The path under which it is listed, relative to the root; '' for the root. */
  readonly path: string;
  /** The same folder behind all links. */
  readonly real: string;
  readonly place: WorkTreePlace;
  readonly depth: number;
}

/** A symbolic link that waits until everything that has a name of its own is listed. */
interface Link extends Step {
  readonly kind: 'file' | 'folder';
}

class Walk {
  readonly files: string[] = [];
  readonly unreadable: UnreadFolder[] = [];
  /** Folders and files that are listed, behind all links. */
  private readonly seen = new Set<string>();
  private links: Link[] = [];
  private isFull = false;

  constructor(
    private readonly root: string,
    private readonly folders: Folders,
    private readonly isWanted: (name: string) => boolean,
    private readonly isCancelled: () => boolean,
    private readonly patterns: readonly string[],
    private readonly most: number,
  ) {}

  async run(): Promise<void> {
    await this.visit({ path: '', real: '', place: nowhere, depth: 0 });
    while (this.links.length > 0 && !this.isCancelled()) await this.followLinks();
  }

  private async visit(folder: Step): Promise<void> {
    if (this.isCancelled() || !this.isNew(folder)) return;
    if (folder.depth > deepest) {
      const detail = `It lies more than ${deepest} folders deep.`;
      this.unreadable.push({ folder: folder.path, detail, bound: { of: 'depth', most: deepest } });
      return;
    }
    let entries;
    try {
      entries = await this.folders.list(this.uriOf(folder.path));
    } catch (error) {
      this.unreadable.push({ folder: folder.path, detail: error instanceof Error ? error.message : String(error) });
      return;
    }
    const place = await this.placeOf(folder, entries);
    const below: Step[] = [];
    for (const { name, kind, link } of entries) {
      if (!this.isListed(name, kind)) continue;
      const inWorkTree = join(place.path, name);
      // Git takes a link for a file, wherever it leads.
      if (place.rules.ignores(inWorkTree, link ? 'file' : kind)) continue;
      const child = {
        path: join(folder.path, name),
        real: join(folder.real, name),
        place: { path: inWorkTree, rules: place.rules },
        depth: folder.depth + 1,
      };
      if (link) this.links.push({ ...child, kind });
      else if (kind === 'folder') below.push(child);
      else this.add(child);
    }
    await Promise.all(below.map((child) => this.visit(child)));
  }

  private isListed(name: string, kind: FolderEntry['kind']): kind is 'file' | 'folder' {
    if (kind === 'file') return this.isWanted(name);
    return kind === 'folder' && !name.startsWith('.') && name !== 'node_modules';
  }

  private add(file: Step): void {
    if (this.isNew(file)) this.files.push(file.path);
  }

  /** Returns whether a file or folder is listed for the first time, and remembers it; no more than the bound allows. */
  private isNew({ real }: Step): boolean {
    if (this.seen.has(real)) return false;
    if (this.seen.size < this.most) {
      this.seen.add(real);
      return true;
    }
    if (!this.isFull)
      this.unreadable.push({
        folder: '',
        detail: `It holds more than ${this.most} files and folders.`,
        bound: { of: 'entries', most: this.most },
      });
    this.isFull = true;
    return false;
  }

  /** Adds what the folder itself says about ignored files. A repository in a repository has rules of its own. */
  private async placeOf({ path, place }: Step, entries: readonly FolderEntry[]): Promise<WorkTreePlace> {
    const uri = this.uriOf(path);
    const has = (name: string): boolean => entries.some((entry) => entry.name === name && !entry.link);
    const [here, file] = await Promise.all([
      has('.git') ? openWorkTree(uri, this.folders) : path === '' ? findWorkTree(uri, this.folders) : place,
      has('.gitignore') ? this.folders.read(childUri(uri, '.gitignore')) : undefined,
    ]);
    const rules = here.rules.with(here.path, file);
    return { path: here.path, rules: path === '' ? rules.withPatterns(here.path, this.patterns) : rules };
  }

  private async followLinks(): Promise<void> {
    const links = this.links.sort((a, b) => (a.path < b.path ? -1 : 1));
    this.links = [];
    const home = prefixOf(await this.folders.identity(this.root));
    const targets = await Promise.all(links.map(({ path }) => this.folders.identity(this.uriOf(path))));
    for (const [index, link] of links.entries()) {
      const target = targets[index] ?? '';
      if (target === this.uriOf(link.path)) {
        if (link.kind === 'file') this.add(link);
      } else if (target.startsWith(home)) {
        const real = { ...link, real: target.slice(home.length) };
        if (link.kind === 'file') this.add(real);
        else await this.visit(real);
      }
    }
  }

  private uriOf(path: string): string {
    return path === '' ? this.root : childUri(this.root, path);
  }
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
