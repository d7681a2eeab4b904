import { childUri, nameOf, parentUri, type Folders } from './folders';

/** The marks by which the source trees of a project are recognised. */
export interface TreeMarks {
  /** The group that gradle.properties names at the root of a checkout. */
  readonly group: string;
  /** Folders of packages, from a jar's root, that only jars of the project hold sources in. */
  readonly packages: readonly string[];
  /** Matches the names of folders that its source jars are unpacked to; the first group is the version. */
  readonly jar: RegExp;
}

/** A folder with a project's source. */
export interface RecognisedTree {
  /** URI of the root, in its canonical form. */
  readonly root: string;
  /** `checkout`: laid out like the repository. `packages`: one or more unpacked source jars. */
  readonly layout: 'checkout' | 'packages';
  /** The version that gradle.properties or the jar's folder names; undefined where neither does. */
  readonly version?: string;
}

/** The levels below an opened folder that are looked at: `workspace/kafka/` and `workspace/vendor/kafka-2.2.0-src/`. */
const deepest = 2;

/**
 * Finds the trees of a project that an opened folder shows: the folder itself, or, where it lies inside a checkout, that
 * checkout, or else what lies at most {@link deepest} levels below it.
 */
export function recogniseTrees(folder: string, folders: Folders, marks: TreeMarks): Promise<readonly RecognisedTree[]> {
  return new Recogniser(folders, marks).trees(folder);
}

/** Returns what gradle.properties says of a checkout; undefined where a folder has none. */
export async function checkoutOf(
  folder: string,
  folders: Pick<Folders, 'read'>,
): Promise<{ readonly group: string | undefined; readonly version: string | undefined } | undefined> {
  const bytes = await folders.read(childUri(folder, 'gradle.properties'));
  if (bytes === undefined) return undefined;
  const properties = new TextDecoder().decode(bytes);
  return { group: property(properties, 'group'), version: property(properties, 'version') };
}

class Recogniser {
  constructor(
    private readonly folders: Folders,
    private readonly marks: TreeMarks,
  ) {}

  async trees(folder: string): Promise<readonly RecognisedTree[]> {
    const here = await this.root(folder);
    if (here !== undefined) return [here];
    for (let above = parentUri(folder); above !== undefined; above = parentUri(above)) {
      const checkout = await this.checkout(above);
      if (checkout !== undefined) return [checkout];
    }
    return this.below(folder, 1);
  }

  /** The tree whose root this folder is. */
  private async root(folder: string): Promise<RecognisedTree | undefined> {
    return (await this.checkout(folder)) ?? (await this.unpackedJars(folder));
  }

  private async below(folder: string, depth: number): Promise<readonly RecognisedTree[]> {
    const found: RecognisedTree[] = [];
    for (const name of await this.subfolders(folder)) {
      const child = childUri(folder, name);
      const tree = await this.root(child);
      if (tree !== undefined) found.push(tree);
      else if (depth < deepest) found.push(...(await this.below(child, depth + 1)));
    }
    return found;
  }

  private async checkout(folder: string): Promise<RecognisedTree | undefined> {
    const found = await checkoutOf(folder, this.folders);
    if (found?.group !== this.marks.group) return undefined;
    const { version } = found;
    return { root: folder, layout: 'checkout', ...(version === undefined ? {} : { version }) };
  }

  /** One unpacked jar, or a folder of them (`kafka_2.12-2.2.0-sources/`, `kafka-clients-2.2.0-sources/`, …). */
  private async unpackedJars(folder: string): Promise<RecognisedTree | undefined> {
    if (await this.holdsPackages(folder)) return this.packages(folder, nameOf(folder));
    for (const name of await this.subfolders(folder)) {
      if (this.marks.jar.test(name) && (await this.holdsPackages(childUri(folder, name)))) return this.packages(folder, name);
    }
    return undefined;
  }

  private packages(root: string, jar: string): RecognisedTree {
    const version = this.marks.jar.exec(jar)?.[1];
    return { root, layout: 'packages', ...(version === undefined ? {} : { version }) };
  }

  private async holdsPackages(folder: string): Promise<boolean> {
    const top = await this.subfolders(folder);
    if (!this.marks.packages.some((path) => top.includes(path.slice(0, path.indexOf('/'))))) return false;
    for (const path of this.marks.packages) {
      if ((await this.entries(childUri(folder, path))).length > 0) return true;
    }
    return false;
  }

  private async subfolders(folder: string): Promise<string[]> {
    return (await this.entries(folder))
      .filter(({ kind, name }) => kind === 'folder' && !name.startsWith('.') && name !== 'node_modules')
      .map(({ name }) => name)
      .sort();
  }

  /** A folder that may not be listed shows no tree; the walk that lists a tree's files says so. */
  private async entries(folder: string): ReturnType<Folders['list']> {
    return this.folders.list(folder).catch(() => []);
  }
}

function property(text: string, name: string): string | undefined {
  for (const line of text.split(/\r\n|\r|\n/)) {
    const equals = line.indexOf('=');
    if (equals > 0 && line.slice(0, equals).trim() === name) return line.slice(equals + 1).trim();
  }
  return undefined;
}
