import { noRelease } from '../../../src/core/bindings/releaseSymbols';
import type { Note } from '../../../src/core/notes/note';
import type { Folders } from '../../../src/source/folders';
import { BindingsByTree } from '../../../src/workspace/bindings/bindingsByTree';
import { Emitter } from '../../../src/workspace/emitter';
import type { IndexedTree } from '../../../src/workspace/indexing/indexedTree';
import { IndexedTrees } from '../../../src/workspace/indexing/indexedTrees';
import type { IndexingPool } from '../../../src/workspace/indexing/indexingPool';
import type { OpenFiles, UnsavedText } from '../../../src/workspace/indexing/openFiles';
import { Slices } from '../../../src/workspace/indexing/slices';
import { SourceIndexing } from '../../../src/workspace/indexing/sourceIndexing';
import type { Log } from '../../../src/workspace/log';

/** Keeps what is said. */
export class KeptLog implements Log {
  readonly said: string[] = [];
  info(): void {
    // Times of each run are of no interest here.
  }
  warn(message: string): void {
    this.said.push(message);
  }
  error(message: string): void {
    this.said.push(message);
  }
}

/** A person at an editor: shows files, types in them, and deletes them. */
export class Person implements OpenFiles {
  visible: readonly string[] = [];
  private readonly texts = new Map<string, string>();
  private readonly seen = new Emitter<void>();
  readonly onDidChangeVisible = this.seen.event;
  private readonly changed = new Emitter<string>();
  readonly onDidChange = this.changed.event;
  private readonly deleted = new Emitter<string>();
  readonly onDidDelete = this.deleted.event;

  get isWatched(): boolean {
    return [this.seen, this.changed, this.deleted].some(({ hasListeners }) => hasListeners);
  }

  unsaved(): ReadonlyMap<string, UnsavedText> {
    return new Map(Array.from(this.texts, ([uri, text]) => [uri, { getText: () => text }]));
  }

  /** The first of these files is in front. */
  show(...uris: readonly string[]): void {
    this.visible = uris;
    this.seen.fire();
  }

  type(uri: string, text: string): void {
    this.texts.set(uri, text);
    this.changed.fire(uri);
  }

  /** Another program has written the file. */
  write(uri: string): void {
    this.changed.fire(uri);
  }

  delete(uri: string): void {
    this.texts.delete(uri);
    this.deleted.fire(uri);
  }
}

/** A folder with these files and nothing else. */
export function folderOf(files: readonly string[]): Folders {
  return {
    list: () => Promise.resolve(files.map((name) => ({ name, kind: 'file', link: false }))),
    read: () => Promise.resolve(undefined),
    identity: (uri) => Promise.resolve(uri),
  };
}

export interface Setting {
  readonly folders: Folders;
  readonly pool: IndexingPool;
  readonly root?: string;
  readonly notes?: readonly Note[];
  readonly isFile?: (uri: string) => Promise<boolean>;
}

/** All that the workspace does with the source of one tree, from its listing to the bindings of notes. */
export class WorkspaceIndexing {
  readonly log = new KeptLog();
  readonly slices = new Slices();
  readonly person = new Person();
  readonly trees = new IndexedTrees(this);
  readonly notes = new Map<string, Note>();
  readonly bindings: BindingsByTree;
  readonly indexing: SourceIndexing;
  readonly tree: IndexedTree;

  constructor({ folders, pool, root = 'file:///kafka', notes = [], isFile = () => Promise.resolve(false) }: Setting) {
    for (const note of notes) this.notes.set(note.uri, note);
    const { trees, slices, log } = this;
    const known = { notes: () => [...this.notes.values()], note: (uri: string) => this.notes.get(uri) };
    this.bindings = new BindingsByTree(trees, {
      ...known,
      loadSymbols: () => Promise.resolve(noRelease),
      isFile,
      folders,
      slices,
      log,
    });
    this.indexing = new SourceIndexing({
      trees,
      bindings: this.bindings,
      open: this.person,
      folders,
      listed: [],
      pool,
      slices,
      log,
    });
    trees.open([{ root, version: '2.2.0' }]);
    this.tree = trees.active!;
  }

  /** How many files are indexed. */
  get indexed(): number {
    return this.tree.progress.indexed;
  }

  dispose(): void {
    this.indexing.dispose();
    this.bindings.dispose();
    this.trees.dispose();
  }
}

/** Asks again and again until it is so. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  const end = Date.now() + 30_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`${what}: not within 30 s`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/**
 * Returns what keeps this process alive: timers, threads and the like, each by the name of its kind. The clock of the test counts
 * too.
 */
export async function activeResources(): Promise<readonly string[]> {
  await new Promise((resolve) => setImmediate(resolve));
  return process.getActiveResourcesInfo();
}

/** Returns what keeps this process alive and did not before. What an earlier test left may have ended meanwhile. */
export async function activeSince(before: readonly string[]): Promise<readonly string[]> {
  const known = [...before];
  return (await activeResources()).filter((name) => {
    const at = known.indexOf(name);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

/** Waits until nothing more than before keeps this process alive. */
export async function untilOnly(before: readonly string[]): Promise<void> {
  const end = Date.now() + 30_000;
  for (let left; (left = await activeSince(before)).length > 0;) {
    if (Date.now() > end) throw new Error(`left behind: ${left.join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
