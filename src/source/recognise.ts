import { childUri, parentUri, type Folders } from './folders';

/** A folder with Kafka's source. */
export interface RecognisedTree {
  /** URI of the root, no slash at its end. */
  readonly root: string;
  /** `checkout`: laid out like the repository. `packages`: one or more unpacked source jars. */
  readonly layout: 'checkout' | 'packages';
  /** As gradle.properties or the jar's folder says; undefined where nothing does. */
  readonly version?: string;
}

/** How far below an opened folder a tree is looked for: `workspace/kafka/` and `workspace/vendor/kafka-2.2.0-src/`. */
const deepest = 2;

/**
 * The Kafka trees that an opened folder shows: the folder itself, or, where it lies inside a checkout, that checkout,
 * or else what lies at most {@link deepest} levels below it.
 */
export async function recogniseTrees(folder: string, folders: Folders): Promise<readonly RecognisedTree[]> {
  const here = await recogniseRoot(folder, folders);
  if (here !== undefined) return [here];
  for (let above = parentUri(folder); above !== undefined; above = parentUri(above)) {
    const checkout = await recogniseCheckout(above, folders);
    if (checkout !== undefined) return [checkout];
  }
  return below(folder, folders, 1);
}

/** The tree whose root this folder is. */
export async function recogniseRoot(folder: string, folders: Folders): Promise<RecognisedTree | undefined> {
  return (await recogniseCheckout(folder, folders)) ?? (await recognisePackages(folder, folders));
}

async function below(folder: string, folders: Folders, depth: number): Promise<readonly RecognisedTree[]> {
  const found: RecognisedTree[] = [];
  for (const name of await subfolders(folder, folders)) {
    const child = childUri(folder, name);
    const tree = await recogniseRoot(child, folders);
    if (tree !== undefined) found.push(tree);
    else if (depth < deepest) found.push(...(await below(child, folders, depth + 1)));
  }
  return found;
}

/** Gradle's properties name the group; Kafka has had them at its root since 0.8.1. */
async function recogniseCheckout(folder: string, folders: Folders): Promise<RecognisedTree | undefined> {
  const bytes = await folders.read(childUri(folder, 'gradle.properties'));
  if (bytes === undefined) return undefined;
  const properties = new TextDecoder().decode(bytes);
  if (property(properties, 'group') !== 'org.apache.kafka') return undefined;
  const version = property(properties, 'version');
  return { root: folder, layout: 'checkout', ...(version === undefined ? {} : { version }) };
}

function property(text: string, name: string): string | undefined {
  for (const line of text.split(/\r\n|\r|\n/)) {
    const equals = line.indexOf('=');
    if (equals > 0 && line.slice(0, equals).trim() === name) return line.slice(equals + 1).trim();
  }
  return undefined;
}

/** One unpacked jar, or a folder of them (`kafka_2.12-2.2.0-sources/`, `kafka-clients-2.2.0-sources/`, …). */
async function recognisePackages(folder: string, folders: Folders): Promise<RecognisedTree | undefined> {
  if (await holdsPackages(folder, folders)) return packages(folder, lastName(folder));
  const children = await subfolders(folder, folders);
  const jars = children.filter((name) => jarVersion(name) !== undefined);
  for (const jar of jars) {
    if (await holdsPackages(childUri(folder, jar), folders)) return packages(folder, jar);
  }
  return undefined;
}

function packages(root: string, jar: string): RecognisedTree {
  const version = jarVersion(jar);
  return { root, layout: 'packages', ...(version === undefined ? {} : { version }) };
}

/** Packages that only Kafka's own jars hold sources of. */
const telling = [
  'kafka/server',
  'org/apache/kafka/common',
  'org/apache/kafka/streams',
  'org/apache/kafka/connect',
  'org/apache/kafka/tools',
];

async function holdsPackages(folder: string, folders: Folders): Promise<boolean> {
  const top = await subfolders(folder, folders);
  if (!top.includes('kafka') && !top.includes('org')) return false;
  for (const name of telling) {
    if ((await entries(childUri(folder, name), folders)).length > 0) return true;
  }
  return false;
}

/** `kafka_2.12-2.2.0-sources` says 2.2.0; jars of Kafka start with these words only. */
function jarVersion(name: string): string | undefined {
  return /^(?:kafka|connect)[a-z-]*(?:_\d+\.\d+)?-(\d+(?:\.\d+)+)(?:-test)?(?:-sources)?$/.exec(name)?.[1];
}

function lastName(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}

async function subfolders(folder: string, folders: Folders): Promise<string[]> {
  return (await entries(folder, folders))
    .filter(({ kind, name }) => kind === 'folder' && !name.startsWith('.') && name !== 'node_modules')
    .map(({ name }) => name)
    .sort();
}

/** A folder that may not be read shows no tree: who lists its files says so. */
async function entries(folder: string, folders: Folders): ReturnType<Folders['list']> {
  return folders.list(folder).catch(() => []);
}
