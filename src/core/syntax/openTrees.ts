import type { Node, Tree } from 'web-tree-sitter';
import type { LoadedLanguage } from './parsers';
import { editBetween, sharedLength } from './textEdit';

/**
 * The bytes that a node takes in the parser's memory, with its place in its parent: 60 to 90 in a tree of its own, few where
 * trees share most of their nodes.
 */
const bytesPerNode = 100;
const bytesPerCharacter = 2;
const mostBytes = 16 * 2 ** 20;
/**
 * The most versions that are kept of one text: the last ones, such as the versions with and without a bracket that is not closed
 * yet, and those of undo and redo.
 */
const mostVersions = 4;

/** A function that makes something of a tree. The same function makes one thing for each tree, which is kept with the tree. */
export type Make<T> = (root: Node, text: string) => T;

interface Version {
  readonly text: string;
  readonly tree: Tree;
  readonly made: Map<Make<unknown>, unknown>;
  readonly bytes: number;
}

/**
 * Keeps the trees of texts that change a little again and again, as texts in editors do. A text that was there before is not
 * parsed; any other is parsed from the tree of the text that is most like it. The things made of trees do not depend on which
 * trees were kept. The trees belong to this class alone and are deleted here: the least recently used go where all together take
 * too much memory.
 */
export class OpenTrees {
  /** The versions of each text, the last version first; the least recently used text stands first. */
  private readonly kept = new Map<string, readonly Version[]>();
  private total = 0;

  constructor(private readonly limit = mostBytes) {}

  /** The approximate memory that all trees take. */
  get bytes(): number {
    return this.total;
  }

  /**
   * Returns the thing that `make` makes of the tree of a text; it must have no nodes, which may be gone when this returns. `key`
   * tells which text this is a version of; a text always has the same language.
   * @throws ParseFailure
   */
  find<T>(key: string, text: string, language: LoadedLanguage, make: Make<T>): T {
    return this.use(key, text, language, make, (made) => made);
  }

  /** Does the same for a thing that has nodes: they are there as long as `use` looks at them. */
  use<T, R>(key: string, text: string, language: LoadedLanguage, make: Make<T>, use: (made: T) => R): R {
    const before = this.kept.get(key) ?? [];
    let version = before.find((one) => one.text === text);
    try {
      version ??= createVersion(text, treeOf(text, language, before));
      const result = use(madeOf(version, make));
      this.keep(key, version, before);
      return result;
    } catch (error) {
      if (version !== undefined && !before.includes(version)) version.tree.delete();
      this.forget(key);
      throw error;
    }
  }

  forget(key: string): void {
    const versions = this.kept.get(key) ?? [];
    this.kept.delete(key);
    for (const version of versions) this.drop(version);
  }

  private keep(key: string, version: Version, before: readonly Version[]): void {
    if (!before.includes(version)) this.total += version.bytes;
    const versions = [version, ...before.filter((one) => one !== version)];
    for (const old of versions.splice(mostVersions)) this.drop(old);
    this.kept.delete(key);
    this.kept.set(key, versions);
    for (const oldest of this.kept.keys()) {
      if (this.total <= this.limit) break;
      this.forget(oldest);
    }
  }

  private drop(version: Version): void {
    this.total -= version.bytes;
    version.tree.delete();
  }
}

function createVersion(text: string, tree: Tree): Version {
  const bytes = tree.rootNode.descendantCount * bytesPerNode + text.length * bytesPerCharacter;
  return { text, tree, made: new Map(), bytes };
}

function madeOf<T>({ made, tree, text }: Version, make: Make<T>): T {
  if (!made.has(make)) made.set(make, make(tree.rootNode, text));
  return made.get(make) as T;
}

/** A broken text is parsed from nothing, because the parser mends it differently depending on the tree that it starts from. */
function treeOf(text: string, language: LoadedLanguage, before: readonly Version[]): Tree {
  const nearest = before[0]?.tree.rootNode.hasError === false ? mostLike(text, before) : undefined;
  if (nearest === undefined) return language.parseTree(text);
  const edited = nearest.tree.copy();
  try {
    edited.edit(editBetween(nearest.text, text));
    const tree = language.parseTree(text, edited);
    if (!tree.rootNode.hasError) return tree;
    tree.delete();
  } finally {
    edited.delete();
  }
  return language.parseTree(text);
}

/** Returns the version without errors that has the most in common with a text. */
function mostLike(text: string, versions: readonly Version[]): Version | undefined {
  const ranked = versions
    .filter(({ tree }) => !tree.rootNode.hasError)
    .map((version) => ({ version, shared: sharedLength(version.text, text) }));
  return ranked.sort((a, b) => b.shared - a.shared)[0]?.version;
}
